package io.kehu.migration.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates records of persons, some of whom are recorded twice, the second time with the
 * errors that people make: typing and hearing errors, swaps, missing and outdated values.
 * No identifier gives the duplicates away.
 */
public final class PersonGenerator {

	private static final String[] STATES = { "north", "south", "east", "west", "middle", "isles" };

	private final Vocabulary given = new Vocabulary(1_200, List.of("", "a", "e", "o", "ette", "us"), 1);

	private final Vocabulary family = new Vocabulary(30_000,
			List.of("", "son", "mann", "ski", "er", "ova", "ley", "sen"), 2);

	private final Vocabulary streets = new Vocabulary(8_000,
			List.of(" street", " street", " road", " lane", " avenue", " place", " court"), 3);

	private final Vocabulary suburbs = new Vocabulary(3_000, List.of("", "ville", "ton", "ham", "berg", "ford"), 4);

	private final SplittableRandom random;

	private final Mistakes mistakes;

	/**
	 * Creates a generator.
	 * @param seed the same seed gives the same persons
	 */
	public PersonGenerator(long seed) {
		this.random = new SplittableRandom(seed);
		this.mistakes = new Mistakes(this.random.split());
	}

	/**
	 * Generates records.
	 * @param records the number of records
	 * @param doubled the share of them that are second records of a person
	 * @return the records, shuffled
	 */
	public SamplePersons generate(int records, double doubled) {
		int originals = (int) Math.round(records * (1 - doubled));
		int[] order = shuffled(records);
		int[] persons = new int[records];
		String[][] rows = new String[records][];
		for (int person = 0; person < originals; person++) {
			rows[order[person]] = person();
			persons[order[person]] = person;
		}
		int[] doubledPersons = shuffled(originals);
		for (int i = originals; i < records; i++) {
			int person = doubledPersons[(i - originals) % originals];
			rows[order[i]] = copy(rows[order[person]]);
			persons[order[i]] = person;
		}
		return new SamplePersons(rows, persons);
	}

	private int[] shuffled(int size) {
		int[] order = new int[size];
		for (int i = 0; i < size; i++) {
			int at = this.random.nextInt(i + 1);
			order[i] = order[at];
			order[at] = i;
		}
		return order;
	}

	private String[] person() {
		String suburb = this.suburbs.next(this.random);
		int area = Math.floorMod(suburb.hashCode(), 900) * 10 + 1_000;
		String[] row = { this.given.next(this.random), this.family.next(this.random),
				Integer.toString(1 + this.random.nextInt(this.random.nextInt(1, 300))), this.streets.next(this.random),
				suburb, Integer.toString(area + this.random.nextInt(3)),
				STATES[Math.floorMod(suburb.hashCode(), STATES.length)], date(),
				"0" + (100_000_000 + this.random.nextInt(900_000_000)) };
		for (int field = 0; field < row.length; field++) {
			if (this.random.nextInt(100) < ((field == 8) ? 40 : 3)) {
				row[field] = "";
			}
		}
		return row;
	}

	private String date() {
		return "%04d%02d%02d".formatted(1920 + this.random.nextInt(86), 1 + this.random.nextInt(12),
				1 + this.random.nextInt(28));
	}

	private String[] copy(String[] original) {
		String[] copy = original.clone();
		int changes = 1 + this.random.nextInt(4);
		for (int i = 0; i < changes; i++) {
			int field = this.random.nextInt(copy.length);
			int kind = this.random.nextInt(20);
			if (kind == 0) {
				copy[field] = "";
			}
			else if (kind == 1) {
				swapNames(copy);
			}
			else if (kind == 2) {
				copy[8] = person()[8];
			}
			else if (kind == 3 && i == 0) {
				System.arraycopy(person(), 2, copy, 2, 5);
			}
			else if (field != 6) {
				copy[field] = this.mistakes.in(copy[field]);
			}
		}
		return copy;
	}

	private static void swapNames(String[] row) {
		String first = row[0];
		row[0] = row[1];
		row[1] = first;
	}

}
