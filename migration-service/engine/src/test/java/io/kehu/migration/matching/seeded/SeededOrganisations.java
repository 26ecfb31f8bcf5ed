package io.kehu.migration.matching.seeded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes organisations, groups of companies that differ in one word among them, each
 * recorded up to four times with other forms, abbreviations, orders of words and typing
 * errors.
 */
final class SeededOrganisations {

	private final SplittableRandom random;

	private final Typing typing;

	private final OrganisationSlips slips;

	private final Set<String> names = new HashSet<>();

	private final List<String[]> organisations = new ArrayList<>();

	private SeededOrganisations(long seed) {
		this.random = new SplittableRandom(seed);
		this.typing = new Typing(this.random.split());
		this.slips = new OrganisationSlips(this.typing, this.random.split());
	}

	/** Makes organisations of which half are recorded several times. */
	static SeededSet of(int organisations, long seed) {
		SeededOrganisations made = new SeededOrganisations(seed);
		made.make(organisations);
		SeededSet set = new SeededSet(List.of("name", "city"));
		for (int one = 0; one < organisations; one++) {
			String[] row = made.organisations.get(one);
			set.add(one, row);
			int copies = made.typing.chance(50) ? 1 + made.random.nextInt(3) : 0;
			for (int copy = 0; copy < copies; copy++) {
				set.add(one, made.slips.in(row[0]), made.city(row[1]));
			}
		}
		return set.shuffled(made.random);
	}

	/**
	 * Makes organisations that keep their names to the letter but give another place each
	 * time, or none, as applicants for patents do.
	 */
	static SeededSet travelling(int organisations, long seed) {
		SeededOrganisations made = new SeededOrganisations(seed);
		made.make(organisations);
		SeededSet set = new SeededSet(List.of("applicant", "street", "city"));
		for (int one = 0; one < organisations; one++) {
			int copies = 1 + made.random.nextInt(made.random.nextInt(1, 12));
			for (int copy = 0; copy < copies; copy++) {
				String street = made.typing.chance(50) ? ""
						: made.typing.pick(PersonWords.STREETS) + " " + (1 + made.random.nextInt(80));
				set.add(one, made.organisations.get(one)[0], street,
						made.typing.chance(30) ? "" : made.typing.pick(PersonWords.CITIES));
			}
		}
		return set.shuffled(made.random);
	}

	private String city(String city) {
		return this.typing.chance(10) ? "" : this.typing.chance(10) ? this.typing.pick(PersonWords.CITIES)
				: this.typing.chance(8) ? this.typing.mistyped(city) : city;
	}

	private void make(int count) {
		while (this.organisations.size() < count) {
			String core = core();
			String city = this.typing.pickFrequent(PersonWords.CITIES);
			int subsidiaries = this.typing.chance(15) ? 2 + this.random.nextInt(4) : 1;
			for (int i = 0; i < subsidiaries && this.organisations.size() < count; i++) {
				String name = name(core, subsidiaries > 1);
				if (this.names.add(name)) {
					String form = this.typing.chance(75) ? " " + this.typing.pick(OrganisationWords.FORMS) : "";
					this.organisations.add(new String[] { name + form,
							this.typing.chance(60) ? city : this.typing.pick(PersonWords.CITIES) });
				}
			}
		}
	}

	private String core() {
		return switch (this.random.nextInt(10)) {
			case 0, 1, 2 -> this.typing.pick(PersonWords.FAMILY);
			case 3 -> this.typing.pick(PersonWords.FAMILY) + " & " + this.typing.pick(PersonWords.FAMILY);
			case 4 -> this.typing.pick(PersonWords.CITIES);
			case 5 -> abbreviation();
			default -> coined();
		};
	}

	private String name(String core, boolean branch) {
		int kind = this.random.nextInt(10);
		boolean telling = core.length() > 3 && !PersonWords.CITIES.contains(core) && !PersonWords.FAMILY.contains(core);
		if (kind < 3 && telling && !branch) {
			return core;
		}
		String sector = this.typing.pick(OrganisationWords.SECTORS);
		if (kind < 5) {
			return core + " " + sector + " " + this.typing.pick(OrganisationWords.FILLERS);
		}
		return (kind < 7) ? sector + " " + core : (kind < 9) ? core + " " + sector
				: core + " " + sector + " " + this.typing.pick(OrganisationWords.SECTORS);
	}

	private String coined() {
		StringBuilder word = new StringBuilder();
		int syllables = 2 + this.random.nextInt(2);
		for (int i = 0; i < syllables; i++) {
			word.append(this.typing.pick(OrganisationWords.SYLLABLES));
		}
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

	private String abbreviation() {
		StringBuilder letters = new StringBuilder();
		for (int i = 0; i < 3; i++) {
			letters.append((char) ('A' + this.random.nextInt(26)));
		}
		return letters.toString();
	}

}
