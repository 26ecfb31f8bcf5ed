package io.kehu.migration.matching.seeded;

import java.util.SplittableRandom;

/**
 * What goes wrong when a person is recorded a second time.
 */
final class PersonSlips {

	private final Typing typing;

	private final SplittableRandom random;

	PersonSlips(Typing typing, SplittableRandom random) {
		this.typing = typing;
		this.random = random;
	}

	/** Returns a row in which each cell is empty with a chance in per cent. */
	String[] gaps(String[] row, int percent) {
		String[] gaps = row.clone();
		for (int cell = 0; cell < gaps.length; cell++) {
			if (this.typing.chance(percent) && cell != 1) {
				gaps[cell] = "";
			}
		}
		return gaps;
	}

	String[] in(String[] row) {
		int slips = this.random.nextInt(4);
		for (int i = 0; i < slips; i++) {
			int field = this.random.nextInt(row.length);
			if (this.typing.chance(10)) {
				String given = row[0];
				row[0] = row[1];
				row[1] = given;
			}
			else {
				row[field] = slip(field, row[field]);
			}
		}
		return row;
	}

	private String slip(int field, String value) {
		return switch (field) {
			case 0 -> given(value);
			case 1 -> this.typing.chance(30) ? PersonWords.spelt(value) : this.typing.mistyped(value);
			case 2 -> this.typing.chance(30) ? swapped(value) : this.typing.mistyped(value);
			case 5 -> this.typing.chance(40) ? value.replace("straße", "str.").replace("weg", "w.")
					: this.typing.mistyped(value);
			default -> this.typing.mistyped(value);
		};
	}

	private String given(String value) {
		if (this.typing.chance(25)) {
			return PersonWords.SHORT.getOrDefault(value, value);
		}
		return this.typing.chance(20) ? value.charAt(0) + "." : this.typing.mistyped(value);
	}

	private static String swapped(String date) {
		return (date.length() != 10) ? date : date.substring(0, 5) + date.substring(8) + date.substring(4, 7);
	}

}
