package io.kehu.migration.matching.seeded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes persons with addresses of mail made of their names, in households: couples,
 * twins, fathers and sons with one name, and namesakes elsewhere.
 */
final class SeededPersons {

	static final List<String> COLUMNS = List.of("given_name", "family_name", "birth_date", "email", "phone", "street",
			"postcode", "city");

	private static final List<String> MAILS = List.of("gmx.example", "web.example", "mail.example", "post.example",
			"inbox.example", "freemail.example");

	private final SplittableRandom random;

	private final Typing typing;

	private final PersonSlips slips;

	private final Set<String> mails = new HashSet<>();

	private final List<String[]> persons = new ArrayList<>();

	private SeededPersons(long seed) {
		this.random = new SplittableRandom(seed);
		this.typing = new Typing(this.random.split());
		this.slips = new PersonSlips(this.typing, this.random.split());
	}

	/** Makes so many persons, three in ten of whom are recorded twice or three times. */
	static SeededSet of(int persons, long seed) {
		SeededPersons made = new SeededPersons(seed);
		while (made.persons.size() < persons) {
			made.household();
		}
		SeededSet set = new SeededSet(COLUMNS);
		for (int person = 0; person < persons; person++) {
			String[] row = made.persons.get(person);
			set.add(person, made.slips.gaps(row, 4));
			int copies = made.typing.chance(30) ? made.typing.chance(25) ? 2 : 1 : 0;
			for (int copy = 0; copy < copies; copy++) {
				set.add(person, made.copy(row));
			}
		}
		return set.shuffled(made.random);
	}

	private void household() {
		String[] head = person(this.typing.pickFrequent(PersonWords.FAMILY));
		this.persons.add(head);
		int kind = this.random.nextInt(100);
		if (kind < 14) {
			String[] spouse = member(head);
			spouse[2] = date(year(head) - 5 + this.random.nextInt(11));
			this.persons.add(spouse);
		}
		else if (kind < 16) {
			String[] twin = member(head);
			twin[2] = head[2];
			this.persons.add(twin);
		}
		else if (kind < 18) {
			String[] son = member(head);
			son[0] = head[0];
			son[2] = date(year(head) + 22 + this.random.nextInt(14));
			son[3] = mail(son[0], son[1]);
			this.persons.add(son);
		}
		else if (kind < 22) {
			String[] namesake = person(head[1]);
			namesake[0] = head[0];
			namesake[3] = mail(head[0], head[1]);
			this.persons.add(namesake);
		}
	}

	/** Returns another person of a household, who shares its line and often its mail. */
	private String[] member(String[] head) {
		String[] member = person(head[1]);
		while (member[0].equals(head[0])) {
			member[0] = this.typing.pickFrequent(PersonWords.GIVEN);
		}
		System.arraycopy(head, 5, member, 5, 3);
		member[4] = this.typing.chance(70) ? head[4] : member[4];
		member[3] = this.typing.chance(40) ? head[3] : mail(member[0], member[1]);
		return member;
	}

	private String[] person(String family) {
		String given = this.typing.pickFrequent(PersonWords.GIVEN);
		String[] row = { given, family, date(1935 + this.random.nextInt(70)), mail(given, family), phone(), "", "",
				"" };
		move(row);
		return row;
	}

	private void move(String[] row) {
		int city = this.random.nextInt(this.random.nextInt(1, PersonWords.CITIES.size() + 1));
		row[5] = this.typing.pick(PersonWords.STREETS) + " " + (1 + this.random.nextInt(120));
		row[6] = Integer.toString(10_000 + city * 700 + this.random.nextInt(40));
		row[7] = PersonWords.CITIES.get(city);
	}

	private String[] copy(String[] original) {
		String[] copy = original.clone();
		if (this.typing.chance(15)) {
			move(copy);
		}
		if (this.typing.chance(20)) {
			copy[4] = phone();
		}
		if (this.typing.chance(15)) {
			copy[3] = mail(original[0], original[1]);
		}
		return this.slips.gaps(this.slips.in(copy), 12);
	}

	private String phone() {
		return "0" + (150 + this.random.nextInt(30)) + " " + (1_000_000 + this.random.nextInt(9_000_000));
	}

	private String date(int year) {
		return LocalDate.of(year, 1, 1).plusDays(this.random.nextInt(365)).toString();
	}

	private static int year(String[] row) {
		return Integer.parseInt(row[2].substring(0, 4));
	}

	/** Returns an address that no one else has, in nine of ten cases made of the name. */
	private String mail(String given, String family) {
		String first = PersonWords.plain(given);
		String last = PersonWords.plain(family);
		while (true) {
			String local = switch (this.random.nextInt(10)) {
				case 0, 1, 2, 3 -> first + "." + last;
				case 4, 5 -> first.charAt(0) + last;
				case 6 -> first + last;
				case 7 -> last + "." + first;
				case 8 -> first;
				default -> this.typing.pick(PersonWords.NICKS) + this.typing.pick(PersonWords.NICKS);
			};
			String number = this.typing.chance(40) ? "" : Integer.toString(1 + this.random.nextInt(99));
			String mail = local + number + "@" + this.typing.pick(MAILS);
			if (this.mails.add(mail)) {
				return mail;
			}
		}
	}

}
