package io.kehu.migration.matching.field;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.text.EditDistance;

/**
 * Words that many names of organisations have in common. All are spelt as
 * {@link NameInAddress#spelt(String)} spells them.
 */
final class OrganisationWords {

	/** Which says only under which law an organisation is founded. */
	private static final Set<String> FORMS = words(
			"""
					ltd limited inc incorporated llc llp lp plc corp corporation co comp company cie compagnie compania gmbh ggmbh mbh
					ag aktiengesellschaft kg kgaa ohg ug gbr se ev eg ek haftungsbeschrankt gesellschaft beschrankter haftung mit
					sa sas sasu sarl eurl snc scs sl slu srl spa sapa sca bv nv vof cv ab as asa aps oy oyj hf ehf kft zrt bt nyrt
					sro doo dd ooo oao pao zao ao ooo pty pte pvt private ltda eirl sab sdn bhd pt tbk kk kabushiki kaisha societe
					anonyme anonima sociedad societa azioni aktiebolag osakeyhtio naamloze vennootschap besloten uab sia ood ead
					ооо зао ао оао пао ип тов""");

	/** Forms that are hardly ever part of the name of a person. */
	private static final Set<String> PLAIN_FORMS = words(
			"""
					ltd limited inc incorporated llc llp plc corp corporation company gmbh ggmbh mbh aktiengesellschaft kg kgaa ohg
					sarl sasu eurl bv nv oyj aps pty pte pvt ltda sdn bhd kft zrt sro spa srl ooo oao zao gbr ug cie
					ооо зао оао пао""");

	/** Forms beside the plain ones that are recognised at the end of a word. */
	private static final Set<String> CAPITAL_FORMS = Set.of("ag", "sa", "ab", "asa", "oy", "sas");

	private static final Set<String> OFTEN_MISTYPED = Set.of("gmbh", "limited", "incorporated", "corporation",
			"company", "aktiengesellschaft");

	private static final Set<String> LINKS = words(
			"""
					and und et y e i og och the of for der die das fur fuer de la le les des du di da do dos del della van von het
					en zu zur im am""");

	/** Words that come and go. */
	private static final Set<String> FILLERS = words(
			"""
					group holding international global worldwide services trading enterprises sons son brothers associates partners
					firma firm business ventures corporate head office headquarters zentrale incorporation""");

	private static final Set<String> LANDS = words(
			"""
					deutschland germany german deutsche france francais nederland netherlands holland uk usa us america american
					europe european europa italia italy espana spain polska poland schweiz suisse switzerland austria osterreich
					belgium belgique england britain british ireland sweden sverige norge norway danmark denmark suomi finland japan
					china india canada mexico brasil brazil australia asia africa north south east west nord sud ost""");

	/** What organisations do: too common to tell one from another by itself. */
	private static final Set<String> SECTORS = words(
			"""
					energy lighting medical electronics electric electrical logistics foods food chemicals chemie software motors
					motor textiles textil insurance mining shipping printing furniture optics robotics aviation packaging ceramics
					plastics steel paper brewing brewery healthcare health automotive telecom telecommunications communications
					fashion maschinenbau bau elektronik mobel druck transport werkzeuge immobilien technologies systems manufacturing
					engineering laboratories industries pharmaceuticals instruments bank banking university hospital institute
					foundation stiftung verein association school college clinic klinik pharmacy apotheke hotel restaurant cafe
					bakery backerei metzgerei garage autohaus consulting consultants management marketing media design digital data
					solutions products produkte equipment machinery machines tools materials metal metals glass water gas oil
					petroleum power solar wind computer computers network networks security finance financial capital investment
					investments property properties real estate construction builders building architects research development
					science sciences biotech bio agriculture farm farms dairy meat wine wines spirits brands retail stores store shop
					market markets handel vertrieb grosshandel import export supply supplies distribution transportes airlines air
					rail railways auto cars travel tours reisen verlag publishing press news radio film studio studios music sports
					sport fitness beauty cosmetics jewelry watches shoes toys games semiconductor semiconductors imaging display
					devices mobile wireless aerospace defense marine chemical industrial general national central city stadtwerke
					stadt county state department ministry council centre house haus werk werke fabrik technik service quality
					precision advanced applied united first new royal modern universal standard""");

	private static final Map<String, String> SHORT = shortForms("""
			international intl internat internacional internazionale internationale
			manufacturing mfg mfr mfrg manufacturers manufacturer
			brothers bros gebruder
			associates assoc assocs assc asso
			technologies tech techn technology technologie technologien technologia
			laboratories labs lab laboratory laboratoires laboratorios
			university univ universitat universite universidad universita universiteit
			engineering eng engg engr engineers ingenieure
			industries ind inds industry industrie industria industrias
			pharmaceuticals pharm pharma pharmaceutical
			systems sys syst system systeme
			services svcs svc srvcs srvces srvs serv service
			management mgmt mgt
			institute inst institut instituto
			national natl nat nationale nacional
			deutschland dtl dt deutschl
			holding hldg hldgs holdings
			group grp gruppe groupe grupo gruppo
			association assn ass
			development dev
			research res
			distribution dist distr
			construction constr
			chemicals chem chemical
			electronics electronic elektronik
			instruments instr instrument
			transport transp transports transportation
			machinery mach
			centre center ctr centrum zentrum
			hospital hosp
			foundation fdn found
			department dept
			communications comm comms
			insurance ins
			financial fin
			products prods prod product
			telecommunications telecom telecoms
			company co comp
			enterprises ent entpr enterprise
			equipment equip eqpt
			materials mat
			marketing mktg mkt
			solutions sol solution
			saint st
			sons son sohne fils
			""");

	private OrganisationWords() {
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		for (String word : text.strip().split("\\s+", -1)) {
			words.add(NameInAddress.spelt(word));
		}
		return words;
	}

	private static Map<String, String> shortForms(String text) {
		Map<String, String> forms = new HashMap<>();
		for (String line : text.strip().split("\n", -1)) {
			List<String> words = List.of(line.strip().split(" ", -1));
			words.forEach((word) -> forms.put(NameInAddress.spelt(word), NameInAddress.spelt(words.get(0))));
		}
		return forms;
	}

	/** Returns the usual form of a word that may be short for another. */
	static String usual(String word) {
		return SHORT.getOrDefault(word, word);
	}

	static boolean isForm(String word) {
		return FORMS.contains(word);
	}

	/**
	 * Returns whether a word, the last of a name, is a legal form with a typing error.
	 */
	static boolean isMistypedForm(String word) {
		return OFTEN_MISTYPED.stream()
			.anyMatch((form) -> word.length() > 2 && EditDistance.within(word, form, 1) <= 1 && !isSector(word));
	}

	/** Returns whether a word is one that comes and goes with a typing error. */
	static boolean isMistypedFiller(String word) {
		return FILLERS.stream().anyMatch((filler) -> filler.length() > 4 && EditDistance.within(word, filler, 1) <= 1);
	}

	static boolean isPlainForm(String word) {
		return PLAIN_FORMS.contains(word);
	}

	/**
	 * Returns whether a word is a legal form where it follows another without a space,
	 * and its capital tells where it begins.
	 */
	static boolean isAttachable(String word) {
		return isPlainForm(word) || CAPITAL_FORMS.contains(word);
	}

	static boolean isLink(String word) {
		return LINKS.contains(word);
	}

	static boolean isFiller(String word) {
		return FILLERS.contains(word);
	}

	static boolean isLand(String word) {
		return LANDS.contains(word);
	}

	static boolean isSector(String word) {
		return SECTORS.contains(word);
	}

}
