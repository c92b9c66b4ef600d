export const words = (text: string) => new Set(text.trim().split(/\s+/));

export const TITLE_NOUNS =
  words(`president minister secretary chief director general admiral lieutenant colonel major captain commander
 ambassador chairman chairwoman chair chairperson spokesperson spokesman spokeswoman adviser advisor chancellor king prince sultan emir sheikh premier senator
 representative congressman governor mayor marshal brigadier commodore ceo cfo coo cto officer head deputy undersecretary under-secretary envoy mr mrs ms dr sen rep gov gen adm lt col maj capt sgt
 sergeant cmdr brig prof vice-president manager analyst founder co-founder md delegate commissioner counsel coordinator inspector professor fellow expert lawmaker speaker leader judge coas smt shri sir lord counsellor
 hon honourable honorable attache sherpa rapporteur researcher comptroller superintendent chair-in-office czar co-chair eam nsa official pm cm mp acm cds datuk dato
 ministers presidents secretaries generals ambassadors chiefs`);
export const RANKS = words(
  'mr mrs ms dr hon honourable honorable gen adm lt col maj capt sgt cmdr brig prof general admiral lieutenant colonel major captain commander marshal brigadier commodore sir lord smt shri sheikh prince king sen rep gov senator acm',
);
export const TITLE_MODIFIERS =
  words(`prime foreign defence defense external affairs interior finance deputy vice assistant under acting former senior chief national security state crown first principal executive
 permanent joint additional special press public supreme allied managing trade commerce home then outgoing incoming federal royal lt gen maj brig rear air force army navy naval air-force armed staff
 armament procurement political military opposition shadow federal parliamentary`);
export const PORTFOLIO =
  words(`state war defense defence army navy treasury commerce energy agriculture interior homeland security foreign affairs external staff naval air force armed forces joint chiefs operations
 policy acquisition cooperation trade industry finance economy americas asia indo-pacific europe global technology logistics intelligence general production international veterans transportation labor health communications business strategy research procurement industrial
 marine corps space fleet parliament government committee board council europe central south asian pacific african eurasian`);
export const NAME_PARTICLES = words(
  'bin bint al el ibn von van der de da del di la le dos den ter abu ben al-din',
);
export const SAY =
  /^(?:said|says|told|added|stated|noted|explained|announced|tweeted|wrote|remarked|commented|warned|argued|testified|emphasized|emphasised|highlighted|underlined|asked|called|thanked|welcomed|met|visited|hosted|signed|spoke)$/;

export const ORGANISATION_HEADS =
  words(`ministry department agency command corps army navy force forces corp corporation inc ltd limited llc lp co company companies group systems industries aerospace dynamics technologies technology defense
 defence university council commission office bureau institute foundation association committee center centre authority union organization organisation regiment brigade squadron fleet division battalion laboratory laboratories bank guard
 parliament congress senate coalition alliance shipyard shipyards shipbuilding marine marines electronics aviation aircraft arsenal administration academy school board directorate service services gmbh plc ag
 sa spa pty ab asa as nv kg se holdings solutions international airlines airways energy enterprise enterprises partnership works works-ltd motors engineering network nations forum fund garrison wing task-force
 assembly court treasury headquarters securities party police secretariat embassy consulate cabinet government college hospital labs lab consortium establishment ordnance factory mission observatory society think-tank caucus unit`);
/** No adjective may be read in two ways: a run of them would be tried in all combinations. */
export const WEAPON_CLASS = `(?:(?:anti[- ]tank|anti[- ]ship|anti[- ]aircraft|air[- ]to[- ]air|air[- ]to[- ]surface|surface[- ]to[- ]air|ground[- ]to[- ]air|air[- ]defen[cs]e|guided|cruise|ballistic|supersonic|hypersonic|multi-?role|attack|transport|heavy[- ]lift|utility|light|main|battle|armou?red|infantry|fighting|combat|self[- ]propelled|towed|ultra-?light|maritime|patrol|surveillance|reconnaissance|stealth|fighter|trainer|training|unmanned|aerial|tactical|medium[- ]range|long[- ]range|short[- ]range|precision|rocket|artillery|naval|nuclear[- ]powered|diesel[- ]electric|conventional|amphibious|airborne|early[- ]warning|multiple[- ]launch|man-portable|portable|mine-resistant|class|guided-missile|missile|weapons?|(?!(?:anti-tank|anti-ship|anti-aircraft|anti-submarine|multi-role|heavy-lift|self-propelled|ultra-light|medium-range|long-range|short-range|nuclear-powered|diesel-electric|early-warning|multiple-launch|man-portable|mine-resistant|guided-missile|air-defen[cs]e) )[a-z]+-[a-z]+|family of|personnel|tracked|wheeled|strategic|tanker|cargo|tiltrotor|anti-submarine|lightweight|heavyweight) )*(?:missiles?|rockets?|helicopters?|rotorcraft|frigates?|destroyers?|corvettes?|submarines?|tanks?|aircraft|airplanes?|planes?|jets?|fighters?|bombers?|howitzers?|drones?|UAVs?|UAS|UCAVs?|RPAs?|radars?|torpedo(?:es)?|vehicles?|launchers?|launch units?|interceptors?|bombs?|munitions?|projectiles?|mortars?|guns?|rifles?|batteries|air[- ]defen[cs]e systems?|missile systems?|rocket systems?|artillery systems?|weapons? systems?|systems?|vessels?|ships?|patrol boats?|boats?|loitering munitions?|gliders?|trainers?|airlifters?|gunships?|MPA|AEW&C|sonobuoys?|carriers?|kits?)`;

export const AGREEMENT_HEADS = `agreements?|memorand(?:um|a) of (?:understanding|agreement|cooperation|arrangement|intent)|mous?|moa|treaty|treaties|pact|accord|framework|joint (?:declaration|statement|communiqu[eé])|declaration of intent|declaration|letters? of (?:intent|offer and acceptance|request|acceptance|interest)|contracts?|deals?|initiative|partnership|arrangement|protocol|convention|charter|programme of cooperation|roadmap|action plan|understanding|convention|compact|strategy|executive order|implementing arrangement|implementation arrangement|lo[ai]`;
export const EVENT_HEADS = `meetings?|meets?|met|talks|call|calls|called on|phone call|telephone (?:call|conversation)|conversation|spoke|visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ing)?|tour|summit|dialogue|conference|exercises?|drills?|operation|war game|consultations?|ministerial|forum|airshow|air show|exhibition|expo|ceremony|hosted|welcomed|discussions?|interaction|delegation visit|symposium|workshop|conflict|war|attacks?|strikes?|parade|trials?|test|deployment|launch|commissioning|mission|review|hearing|briefing|session|campaign|patrol|signing|negotiations?|arrived|received|toured|roundtable|gathering|reception|encounter|clash(?:es)?|battle|face-to-face|inauguration`;
export const SALE_HEADS = `sales?|foreign military sales?|contracts?|orders?|deals?|modifications?|purchases?|procurement|package|acquisition|ceiling increase|delivery order|undefinitized contract action|export`;

export const PLANNED = words(
  'will would plan to-be expected expect may might could intend propose seek consider hope proposed potential future aim set likely soon upcoming later should if negotiate',
);
export const DENIED = words(
  "not no n't never deny refuse reject cancel without neither nor fail suspend",
);
