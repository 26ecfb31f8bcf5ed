package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A customer list as companies have them, made from a seed, with known dirt.
 */
final class DirtyCustomers {

	static final int ROWS = 4_000;

	private static final String[] NAMES = { "Anna", "Jörg", "Mary", "Søren", "Łukasz", "José", "Li", "Olga" };

	private static final String[] CITIES = { "Bonn", "Ulm", "Kiel", "Jena", "Köln" };

	private final SplittableRandom random = new SplittableRandom(7);

	private final List<String> lines = new ArrayList<>();

	static String csv() {
		DirtyCustomers customers = new DirtyCustomers();
		customers.lines.add("id;name;email;phone;birth_date;city;postcode;revenue;active;constant;nothing");
		for (int i = 0; i < ROWS; i++) {
			customers.lines.add(customers.line(i));
		}
		return String.join("\n", customers.lines) + "\n";
	}

	private String line(int row) {
		if (row % 400 == 399) {
			return this.lines.get(row - 10);
		}
		int city = this.random.nextInt(CITIES.length);
		String name = NAMES[this.random.nextInt(NAMES.length)] + " " + (char) ('A' + row % 26) + row % 97;
		return String.join(";", Integer.toString(10_000 + row), (row % 50 == 3) ? "MÃ¼ller" : name,
				(row % 40 == 5) ? "anna.at.example" : "c%d@example.com".formatted(row),
				(row % 25 == 6) ? "123" : "+49 30 %07d".formatted(7 * row + 1_234_567), birthDate(row),
				(row % 100 == 8) ? CITIES[city].toUpperCase(java.util.Locale.ROOT) : CITIES[city],
				"%05d".formatted((row % 200 == 9) ? 99_999 : 1_000 + 17 * city), revenue(row),
				(row % 3 == 0) ? "yes" : "no", "EUR", "");
	}

	private String birthDate(int row) {
		return switch (row % 20) {
			case 0 -> "n/a";
			case 1 -> "";
			case 2 -> "1959-83-01";
			case 3 -> "17.05.19%02d".formatted(40 + row % 50);
			default -> "19%02d-%02d-%02d".formatted(40 + row % 50, 1 + row % 12, 1 + row % 28);
		};
	}

	private String revenue(int row) {
		return (row % 500 == 10) ? "999999,00" : "%d,%02d".formatted(100 + this.random.nextInt(900), row % 100);
	}

}
