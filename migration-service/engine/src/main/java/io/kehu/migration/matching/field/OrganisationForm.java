package io.kehu.migration.matching.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The legal form in the name of an organisation, in one spelling for each: "Gesellschaft
 * mit beschränkter Haftung" is that of "GmbH". A form and its translation, as used in
 * countries with several languages, are of one kind: "AG" and "SA".
 */
final class OrganisationForm {

	/** Forms whose kind depends on the country. */
	private static final String ANY = "any";

	private static final Map<String, Form> FORMS = forms("""
			de limited gmbh ggmbh mbh haftungsbeschrankt beschrankter haftung
			de limited ug
			de stock ag aktiengesellschaft
			de partners kg
			de partners kgaa
			de partners ohg
			de partners gbr
			gb any ltd limited
			gb stock plc
			gb partners llp
			us stock inc incorporated corp corporation
			us limited llc
			nl stock nv naamloze
			nl limited bv besloten bvba
			nl partners vof
			nl partners cv
			fr stock sa anonyme anonima
			fr stock sas sasu
			fr limited sarl eurl sprl
			fr partners snc
			es limited sl slu
			it stock spa
			it limited srl
			se any ab aktiebolag
			no stock asa
			no any as
			dk limited aps
			fi any oy osakeyhtio
			fi stock oyj
			hu limited kft
			hu stock zrt nyrt
			cz limited sro
			hr limited doo
			hr stock dd
			""");

	private OrganisationForm() {
	}

	private static Map<String, Form> forms(String text) {
		Map<String, Form> forms = new HashMap<>();
		for (String line : text.strip().split("\n", -1)) {
			List<String> words = List.of(line.strip().split(" ", -1));
			Form form = new Form(words.get(0), words.get(1), words.get(2));
			words.subList(2, words.size()).forEach((word) -> forms.put(NameInAddress.spelt(word), form));
		}
		return forms;
	}

	/**
	 * Returns the form of a name, or null if it has none; several are joined with a plus.
	 * @param text the name
	 */
	static @Nullable String of(@Nullable String text) {
		if (text == null) {
			return null;
		}
		List<String> words = OrganisationName.of(text).all();
		TreeSet<String> found = new TreeSet<>();
		for (int i = 1; i < words.size(); i++) {
			Form form = FORMS.get(words.get(i));
			if (form != null) {
				found.add(form.word());
			}
		}
		return found.isEmpty() ? null : String.join("+", found);
	}

	/** Returns whether two forms may be those of one organisation. */
	static boolean mayBeSame(String one, String other) {
		Form left = FORMS.get(one);
		Form right = FORMS.get(other);
		return one.equals(other) || (left != null && right != null && !left.country().equals(right.country())
				&& (left.kind().equals(right.kind()) || left.kind().equals(ANY) || right.kind().equals(ANY)));
	}

	/**
	 * A legal form.
	 *
	 * @param country the country or language whose other forms it is not
	 * @param kind what is comparable elsewhere
	 * @param word its usual spelling
	 */
	private record Form(String country, String kind, String word) {
	}

}
