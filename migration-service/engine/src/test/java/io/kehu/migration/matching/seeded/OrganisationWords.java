package io.kehu.migration.matching.seeded;

import java.util.List;
import java.util.Map;

/**
 * Words to make organisations of.
 */
final class OrganisationWords {

	static final List<String> FORMS = List.of("GmbH", "AG", "Ltd", "Inc.", "B.V.", "S.A.", "GmbH & Co. KG", "LLC",
			"N.V.", "S.p.A.", "KG", "SE", "Corp.", "SARL", "plc");

	private static final Map<String, String> LONGER = Map.of("Ltd", "Limited", "Inc.", "Incorporated", "Corp.",
			"Corporation", "B.V.", "BV", "S.A.", "SA", "N.V.", "NV", "S.p.A.", "SpA", "AG", "Aktiengesellschaft");

	static final List<String> SECTORS = PersonWords.words("""
			Energy Lighting Medical Electronics Logistics Foods Chemicals Software Motors Textiles Insurance Mining
			Shipping Printing Furniture Optics Robotics Aviation Packaging Ceramics Plastics Steel Paper Brewing
			Healthcare Automotive Telecom Fashion Maschinenbau Bau Elektronik Möbel Druck Transport Werkzeuge Immobilien
			Technologies Systems Manufacturing Engineering Laboratories Industries Pharmaceuticals Instruments""");

	static final List<String> FILLERS = List.of("International", "Group", "Holding", "Company", "Services",
			"Deutschland", "Europe", "and Sons", "Brothers", "Associates");

	static final List<String> SYLLABLES = PersonWords.words("""
			ven tor al mi ra zen lo ka do ni vex ar ti so pel gra lum on ex ter bi qua sil fer no va cor dyn ix mer
			tal or be kin sta ul hel ro dan pha lys jo wen hy rax ebo""");

	static final List<String[]> SHORT = List.of(new String[] { "International", "Intl" },
			new String[] { "Manufacturing", "Mfg" }, new String[] { "Company", "Co." }, new String[] { " and ", " & " },
			new String[] { "Brothers", "Bros." }, new String[] { "Technologies", "Tech" },
			new String[] { "Laboratories", "Labs" }, new String[] { "Engineering", "Eng." },
			new String[] { "Industries", "Ind." }, new String[] { "Pharmaceuticals", "Pharma" },
			new String[] { "Associates", "Assoc." }, new String[] { "Systems", "Sys." }, new String[] { "ü", "ue" },
			new String[] { "Services", "Svcs" }, new String[] { " & ", " und " },
			new String[] { "Deutschland", "Dtl." });

	private OrganisationWords() {
	}

	/** Returns another way to write a legal form. */
	static String longer(String form) {
		return LONGER.getOrDefault(form, form);
	}

}
