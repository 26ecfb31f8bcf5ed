package io.kehu.migration.matching.heldout;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Persons and companies as they are, before they are mistyped.
 */
final class Entities {

	private static final List<String> FORMS = List.of("Ltd", "Limited", "GmbH", "Inc.", "AG", "S.A.", "& Sons", "Group",
			"Holding", "Trading");

	private final Shape shape;

	private final SplittableRandom random;

	private final Words given;

	private final Words family;

	private final Words streets;

	private final Words suburbs;

	private final Words trades;

	private String[] before = new String[0];

	Entities(Shape shape, SplittableRandom random) {
		this.shape = shape;
		this.random = random;
		Language language = shape.language();
		this.given = new Words(language, 600, 2, 0.9, 101);
		this.family = new Words(language, 6_000, 3, 0.8, 102);
		this.streets = new Words(language, 2_500, 3, 0.7, 103);
		this.suburbs = new Words(language, 700, 3, 0.8, 104);
		this.trades = new Words(language, 150, 3, 0.9, 105);
	}

	String[] next() {
		String given = this.given.next(this.random);
		String family = this.family.next(this.random);
		String suburb = this.suburbs.next(this.random);
		String[] row = new String[this.shape.columns().size()];
		boolean relative = this.shape.people() && this.before.length > 0 && this.random.nextInt(100) < 30;
		for (int column = 0; column < row.length; column++) {
			String name = this.shape.columns().get(column);
			row[column] = (relative && isShared(name)) ? this.before[column] : value(name, given, family, suburb);
		}
		this.before = row.clone();
		for (int column = 0; column < row.length; column++) {
			if (this.random.nextInt(100) < this.shape.missing()) {
				row[column] = "";
			}
		}
		return row;
	}

	private static boolean isShared(String column) {
		return List.of("surname", "street", "house", "suburb", "postcode", "state", "phone").contains(column);
	}

	private String value(String column, String given, String family, String suburb) {
		int area = Math.floorMod(suburb.hashCode(), 9_000) + 1_000;
		return switch (column) {
			case "given_name" -> given;
			case "surname" -> family;
			case "full_name" ->
				given + ((this.random.nextInt(3) == 0) ? " " + this.given.next(this.random) : "") + " " + family;
			case "company" -> company(given, family);
			case "street" -> this.streets.next(this.random) + " " + this.trades.next(new SplittableRandom(area % 7));
			case "house" -> Integer.toString(1 + this.random.nextInt(this.random.nextInt(1, 200)));
			case "suburb" -> suburb;
			case "postcode" -> Integer.toString(area * 10 + this.random.nextInt(3));
			case "state" -> this.shape.language().name().charAt(0) + Integer.toString(area % 8);
			case "date_of_birth" -> "%04d-%02d-%02d".formatted(1920 + this.random.nextInt(86),
					1 + this.random.nextInt(12), 1 + this.random.nextInt(28));
			case "phone" -> "0" + (100_000_000 + this.random.nextInt(900_000_000));
			case "email" -> email(given, family);
			case "tax_number" -> Integer.toString(1_000_000 + this.random.nextInt(9_000_000));
			case "occupation" -> this.trades.next(this.random);
			case "gender" -> (given.length() % 2 == 0) ? "f" : "m";
			case "turnover" -> "%.2f".formatted(Math.exp(6 + 3 * this.random.nextDouble()));
			case "note" -> "";
			case "source" -> "crm";
			default -> throw new IllegalArgumentException(column);
		};
	}

	private String company(String given, String family) {
		String core = switch (this.random.nextInt(4)) {
			case 0 -> family;
			case 1 -> family + " " + this.trades.next(this.random);
			case 2 -> given + " " + family;
			default -> this.trades.next(this.random) + " " + family + " " + this.trades.next(this.random);
		};
		return core + " " + FORMS.get(this.random.nextInt(FORMS.size()));
	}

	private String email(String given, String family) {
		String local = switch (this.random.nextInt(3)) {
			case 0 -> given + "." + family;
			case 1 -> given.charAt(0) + family;
			default -> given + this.random.nextInt(1_000);
		};
		return local.toLowerCase(Locale.ROOT) + "@mail" + this.random.nextInt(12) + ".example";
	}

}
