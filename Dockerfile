# The server and its command line. Neo4j runs beside it; see docker-compose.yml.
FROM node:24.9-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# What runs was built; the tools that built it, and every install script, stay behind.
RUN npm run build \
  && npm ci --omit=dev --ignore-scripts \
  && node scripts/prune.js \
  && npm cache clean --force

FROM node:24.9-bookworm-slim
ENV NODE_ENV=production ENTENTE_PROFILE=production HOST=0.0.0.0 ENTENTE_HOME=/data
WORKDIR /app
# The program belongs to root, so that the user it runs as cannot change it.
COPY --from=build /app ./
RUN mkdir -m 700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-old-space-size=1024", "--min-semi-space-size=16", "bin/entente.js"]
CMD ["serve"]
