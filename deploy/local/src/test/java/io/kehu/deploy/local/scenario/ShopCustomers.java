package io.kehu.deploy.local.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up people: some are live customers, two of them duplicated, and some are in the
 * file of an old shop, with typical errors.
 *
 * @param run tells those of one test from all others
 */
record ShopCustomers(String run) {

	/** The number of live customers. */
	static final int LIVE = 40;

	/** The number of rows in the file. */
	static final int ROWS = 35;

	/** The people with a second live customer. */
	static final List<Integer> TWICE = List.of(3, 7);

	/** The first person in the file who is not a customer yet is {@link #LIVE}. */
	static final int LAST = 50;

	private static final List<String> GIVEN = List.of("Annika", "Bernhard", "Chiara", "Dmitri", "Eleonore", "Frederik",
			"Gudrun", "Henrique", "Ingeborg", "Jaroslav");

	private static final List<String> FAMILY = List.of("Achterberg", "Brinkmann", "Castellano", "Dragomirov",
			"Eichhorn", "Fitzgerald", "Grabowski");

	private static final List<String> STREETS = List.of("Lindenallee", "Hafenstrasse", "Am Muehlbach", "Kirchplatz",
			"Rosenweg", "Sonnenhang", "Birkengrund", "Talstrasse", "Uferpromenade", "Waldrand", "Schlossgasse");

	private static final List<String> TOWNS = List.of("Bremen", "Kassel", "Passau", "Rostock", "Trier");

	String tag() {
		return "shop-" + this.run;
	}

	/** The bulk load of the live customers, duplicates last. */
	String live() {
		List<Map<String, Object>> lines = new ArrayList<>();
		IntStream.range(0, LIVE).forEach((person) -> lines.add(customer(person, family(person), "live")));
		TWICE.forEach((person) -> lines.add(customer(person, family(person) + "n", "twin")));
		return lines.stream().map(JsonMapper.shared()::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
	}

	/**
	 * The file: people 0 to 19 and some new ones, one of them twice, four of whom little
	 * is known, and a line that has too many cells.
	 */
	String file() {
		StringBuilder file = new StringBuilder("no;first name;surname;date of birth;mail;phone;street;town;postcode\n");
		for (int person = 0; person < LAST; person += (person == 19) ? LIVE - 19 : 1) {
			file.append(row("s" + person, person, person % 3 == 0));
		}
		file.append(row("s" + LAST, LAST - 1, true));
		for (int person = 20; person < 24; person++) {
			file.append(String.join(";", "s" + person, given(person), family(person), "", "", "", "", town(person),
					postcode(person)) + "\n");
		}
		file.append("s99;Ragged;Row;;;;;;;too;many\n");
		return file.toString();
	}

	private String row(String number, int person, boolean shouted) {
		String given = shouted ? given(person).toUpperCase(Locale.ROOT) : "  " + given(person);
		String family = family(person);
		String mistyped = (person % 4 == 1) ? family.substring(0, 3) + family.substring(4) : family;
		return String.join(";", number, given, mistyped, born(person, ".", true), email(person),
				"030 / 55%05d".formatted(person * 31), street(person), town(person), postcode(person)) + "\n";
	}

	private Map<String, Object> customer(int person, String family, String kind) {
		return Map.of("kind", "person", "givenName", given(person), "familyName", family, "birthDate",
				born(person, "-", false), "emails", List.of(Map.of("address", email(person), "primary", true)),
				"addresses",
				List.of(Map.of("line1", street(person), "city", town(person), "postalCode", postcode(person), "country",
						"DE")),
				"tags", List.of(tag()), "externalIds",
				List.of(Map.of("system", "crm-" + kind, "id", this.run + "-" + person)));
	}

	private static String given(int person) {
		return GIVEN.get(person % GIVEN.size());
	}

	static String family(int person) {
		return FAMILY.get((person * 3 + person / 10) % FAMILY.size());
	}

	private String email(int person) {
		return "%s.%s%d@%s.example".formatted(given(person), family(person), person, this.run).toLowerCase(Locale.ROOT);
	}

	private static String born(int person, String between, boolean dayFirst) {
		String year = String.valueOf(1950 + (person * 17) % 50);
		String month = "%02d".formatted(1 + (person * 5) % 12);
		String day = "%02d".formatted(13 + (person * 7) % 15);
		return dayFirst ? String.join(between, day, month, year) : String.join(between, year, month, day);
	}

	private static String street(int person) {
		return "%s %d".formatted(STREETS.get((person * 5) % STREETS.size()), 1 + person);
	}

	private static String town(int person) {
		return TOWNS.get(person % TOWNS.size());
	}

	private static String postcode(int person) {
		return "%05d".formatted(28_000 + (person % TOWNS.size()) * 911);
	}

}
