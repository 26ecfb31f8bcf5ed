package io.kehu.deploy.local.demo;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The names, places and articles of the sample company.
 */
final class SampleWords {

	private static final List<Place> PLACES = List.of(new Place("Berlin", "10115", "DE", "Gartenweg", "GmbH", "+4930"),
			new Place("Köln", "50667", "DE", "Rheingasse", "GmbH", "+49221"),
			new Place("München", "80331", "DE", "Isarufer", "GmbH", "+4989"),
			new Place("Wien", "1010", "AT", "Lindenzeile", "GmbH", "+431"),
			new Place("Zürich", "8001", "CH", "Seefeldsteig", "AG", "+4144"),
			new Place("Lyon", "69001", "FR", "Rue du Moulin", "SARL", "+334"),
			new Place("Nantes", "44000", "FR", "Quai des Saules", "SARL", "+332"),
			new Place("Antwerpen", "2000", "BE", "Molenstraat", "BV", "+323"),
			new Place("Utrecht", "3511", "NL", "Grachtweg", "B.V.", "+3130"),
			new Place("Kraków", "30-001", "PL", "ulica Lipowa", "Sp. z o.o.", "+4812"),
			new Place("Malmö", "211 20", "SE", "Hamngatan", "AB", "+4640"),
			new Place("A Coruña", "15001", "ES", "Calle del Faro", "S.L.", "+34981"),
			new Place("Torino", "10121", "IT", "Via del Ponte", "S.r.l.", "+39011"),
			new Place("Bristol", "BS1 4DJ", "GB", "Harbour Row", "Ltd", "+44117"));

	private static final List<String> GIVEN_NAMES = List.of("Anna", "Jürgen", "Zoë", "Łukasz", "Chloé", "Björn", "Inés",
			"Marta", "Tomáš", "Elif", "Noah", "Giulia", "Søren", "Femke", "Priya", "Owen", "Aisha", "Matteo", "Ingrid",
			"Duc");

	private static final List<String> FAMILY_NAMES = List.of("Brandt", "Lefèvre", "Nowak", "Özdemir", "Lindqvist",
			"Peeters", "Núñez", "Ferraro", "van der Meer", "O'Connell", "Hofer", "Keller", "Dvořák", "Mistry", "Nguyen",
			"Dubois", "Schröder", "Rossi", "Åkesson", "Hughes");

	private static final List<String> FIRST_WORDS = List.of("Morgenrot", "Vent d'Ouest", "Nordlicht", "Zwei Ufer",
			"Bergauf", "Ronde", "Kastanie", "Hafen", "Flèche", "Gipfel", "Polder", "Sirocco", "Rosengarten", "Atlas",
			"Windrose");

	private static final List<String> SECOND_WORDS = List.of("Velo", "Cycles", "Rad", "Bikes", "Fietsen", "Cicli",
			"Zweirad", "Cykel", "Rowery", "Bici");

	private static final List<Article> ARTICLES = List.of(new Article("City bicycle", 690),
			new Article("Touring bicycle", 1250), new Article("Cargo bicycle", 2890),
			new Article("Folding bicycle", 940), new Article("Saddle", 49), new Article("Handlebar", 38),
			new Article("Brake set", 72), new Article("Chain", 24), new Article("Wheel set", 210),
			new Article("Headlamp", 42), new Article("Lock", 65), new Article("Pannier", 58));

	private static final List<String> VARIANTS = List.of("Tramontane", "Brise", "Levante", "Bora", "Zephyr");

	private final Random random;

	SampleWords(Random random) {
		this.random = random;
	}

	/** A town with its usual formats. */
	record Place(String city, String postalCode, String country, String street, String legalForm, String dialling) {
	}

	/** An article with its usual price in euros. */
	record Article(String name, double price) {
	}

	Place place() {
		return PLACES.get(this.random.nextInt(PLACES.size()));
	}

	String companyName(Place place) {
		return oneOf(FIRST_WORDS) + " " + oneOf(SECOND_WORDS) + " " + place.city() + " " + place.legalForm();
	}

	String givenName() {
		return oneOf(GIVEN_NAMES);
	}

	String familyName() {
		return oneOf(FAMILY_NAMES);
	}

	String phone(Place place) {
		int missing = Math.max(5, 11 - (place.dialling().length() - 1));
		StringBuilder number = new StringBuilder(place.dialling());
		number.append(2 + this.random.nextInt(7));
		for (int digit = 1; digit < missing; digit++) {
			number.append(this.random.nextInt(10));
		}
		return number.toString();
	}

	Map<String, Object> address(String type, Place place) {
		Map<String, Object> address = new LinkedHashMap<>();
		address.put("type", type);
		address.put("line1", place.street() + " " + (1 + this.random.nextInt(120)));
		address.put("postalCode", place.postalCode());
		address.put("city", place.city());
		address.put("country", place.country());
		return address;
	}

	String oneOf(String... choices) {
		return oneOf(List.of(choices));
	}

	/** Returns each article in each of its variants. */
	static Article article(int index) {
		Article kind = ARTICLES.get(index % ARTICLES.size());
		int variant = (index / ARTICLES.size()) % VARIANTS.size();
		return new Article(kind.name() + " " + VARIANTS.get(variant), kind.price() * (1 + 0.15 * variant));
	}

	/** Returns the name as part of an e-mail address. */
	static String ascii(String name) {
		String bare = Normalizer.normalize(name.replace("Ł", "L").replace("ł", "l").replace("ø", "o"),
				Normalizer.Form.NFD);
		return bare.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
	}

	private String oneOf(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
