package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.kehu.migration.matching.text.EditDistance;
import org.jspecify.annotations.Nullable;

/**
 * The distinct names of all records with their words, shared by the comparisons of given,
 * middle and family name.
 */
public final class Names {

	/** The least length of a word that may be several written as one. */
	private static final int JOINED = 7;

	/** What tells two persons of one name apart, or together. */
	private static final Set<ColumnRole> TELLING = EnumSet.of(ColumnRole.DATE, ColumnRole.IDENTIFIER, ColumnRole.PHONE,
			ColumnRole.EMAIL);

	private static final List<String> SEXES = List.of("m", "f");

	private static final List<String> GENERATIONS = List.of("1", "2", "3", "4");

	/** Mr and Mrs of one name are different persons, unless a title is wrong. */
	private static final double TITLES = -12;

	private static final double FATHER_AND_SON = -20;

	private static final List<String> COUPLES = List.of("one person", "a couple");

	/** Someone and the couple are a case for review. */
	private static final double COUPLE = -4;

	private final Map<PersonName, Integer> codesByName = new HashMap<>();

	private final List<PersonName> names = new ArrayList<>();

	private final WordForms words = new WordForms();

	/** By name, its words. */
	private int[][] wordCodes = new int[64][];

	/** By name, the word that is the given name, or {@link FieldComparison#MISSING}. */
	private int[] givenNames = new int[64];

	private int[] familyNames = new int[64];

	private final List<Integer> recordsByGiven = new ArrayList<>();

	private final List<Integer> recordsByFamily = new ArrayList<>();

	private int[] codes;

	private final int[] sexes;

	private final int[] generations;

	/** By record, 0 for a person and 1 for a couple, once there are any. */
	private final int[] couples;

	private boolean hasCouples;

	/**
	 * Creates room for the names of some records, all missing yet.
	 * @param rows number of records
	 */
	Names(int rows) {
		this.codes = new int[rows];
		Arrays.fill(this.codes, FieldComparison.MISSING);
		this.sexes = this.codes.clone();
		this.generations = this.codes.clone();
		this.couples = this.codes.clone();
	}

	/** Keeps the names of some records only, and returns this. */
	Names at(int[] rows) {
		this.codes = Arrays.stream(rows).map((row) -> this.codes[row]).toArray();
		return this;
	}

	void put(int row, @Nullable PersonName name) {
		if (name != null) {
			int code = encode(name.unmarked());
			this.codes[row] = code;
			NameMarks marks = name.marks();
			this.sexes[row] = SEXES.indexOf(marks.sex());
			this.generations[row] = marks.generation() - 1;
			this.couples[row] = marks.couple() ? 1 : 0;
			this.hasCouples |= marks.couple();
			count(this.recordsByGiven, given(code));
			count(this.recordsByFamily, family(code));
		}
	}

	private static void count(List<Integer> records, int word) {
		if (word >= 0) {
			while (records.size() <= word) {
				records.add(0);
			}
			records.set(word, records.get(word) + 1);
		}
	}

	/** Returns how many records have a word as their given or their family name. */
	int records(int word, boolean given) {
		List<Integer> records = given ? this.recordsByGiven : this.recordsByFamily;
		return (word < records.size()) ? records.get(word) : 0;
	}

	private int encode(PersonName name) {
		Integer known = this.codesByName.putIfAbsent(name, this.names.size());
		if (known != null) {
			return known;
		}
		int code = this.names.size();
		if (code == this.wordCodes.length) {
			this.wordCodes = Arrays.copyOf(this.wordCodes, code * 2);
			this.givenNames = Arrays.copyOf(this.givenNames, code * 2);
			this.familyNames = Arrays.copyOf(this.familyNames, code * 2);
		}
		int[] encoded = name.words().stream().mapToInt(this.words::encode).toArray();
		this.names.add(name);
		this.wordCodes[code] = encoded;
		this.givenNames[code] = (name.given() < 0) ? FieldComparison.MISSING : encoded[name.given()];
		this.familyNames[code] = (name.family() < 0) ? FieldComparison.MISSING : encoded[name.family()];
		return code;
	}

	int[] codes() {
		return this.codes;
	}

	int distinct() {
		return this.names.size();
	}

	int distinctWords() {
		return this.words.size();
	}

	/** Returns what titles and suffixes say about the records. */
	List<Marks> marks() {
		List<Marks> marks = new ArrayList<>();
		marks.add(new Marks("title", this.sexes, SEXES, String::equals, TITLES));
		marks.add(new Marks("generation", this.generations, GENERATIONS, String::equals, FATHER_AND_SON));
		if (this.hasCouples) {
			marks.add(new Marks("persons", this.couples, COUPLES, String::equals, COUPLE));
		}
		return marks;
	}

	PersonName name(int code) {
		return this.names.get(code);
	}

	/** Returns the words of a name, as codes. */
	public int[] words(int code) {
		return this.wordCodes[code];
	}

	/** Returns the name of a record, or {@link FieldComparison#MISSING}. */
	public int code(int row) {
		return this.codes[row];
	}

	/**
	 * Returns the given name of a name as a word's code, or
	 * {@link FieldComparison#MISSING}.
	 */
	public int given(int code) {
		return this.givenNames[code];
	}

	/**
	 * Returns the family name of a name as a word's code, or
	 * {@link FieldComparison#MISSING}.
	 */
	public int family(int code) {
		return this.familyNames[code];
	}

	/**
	 * Returns whether a record is named in full, and another value tells persons of one
	 * name apart. The two of a couple may have the same initial and the same phone.
	 * @param has whether the record has a value of a role that few others have
	 */
	boolean isTelling(int row, Predicate<ColumnRole> has) {
		int code = this.codes[row];
		if (code < 0 || !isComplete(code)) {
			return false;
		}
		boolean initial = given(code) >= 0 && word(given(code)).length() == 1;
		return initial ? has.test(ColumnRole.DATE) : TELLING.stream().anyMatch(has);
	}

	/**
	 * Returns whether a name is given in full: with first and last name, or as one word
	 * of several Chinese characters.
	 */
	private boolean isComplete(int code) {
		PersonName name = this.names.get(code);
		String first = name.words().get(0);
		return (name.given() >= 0 && name.family() >= 0)
				|| (first.length() > 1 && Character.isIdeographic(first.codePointAt(0)));
	}

	/** Returns how many of given and family name a record has. */
	int parts(int row) {
		int code = this.codes[row];
		return (code < 0) ? 0 : (given(code) >= 0 ? 1 : 0) + (family(code) >= 0 ? 1 : 0);
	}

	/** Returns a word's text. */
	public String word(int word) {
		return this.words.text(word);
	}

	/** Returns a number for a word's sound. */
	public int sound(int word) {
		return this.words.sound(word);
	}

	boolean has(int code, int word) {
		for (int other : this.wordCodes[code]) {
			if (other == word) {
				return true;
			}
		}
		return false;
	}

	/** Returns how alike two words are, see {@link WordForms#likeness}. */
	int likeness(int left, int right) {
		return this.words.likeness(left, right);
	}

	/**
	 * Returns whether one word is a short form of the other, or both of the same name.
	 */
	boolean isShortForm(int left, int right) {
		return this.words.isShortForm(left, right);
	}

	/** Returns whether a hyphenated word holds the other as a part. */
	boolean isPart(int left, int right) {
		return this.words.isPart(left, right);
	}

	/**
	 * Returns whether a name has one word only, which may be a given or a family name.
	 */
	boolean isSingle(int code) {
		return this.wordCodes[code].length == 1;
	}

	/**
	 * Returns whether a name of one word is another's words written as one, perhaps
	 * mistyped.
	 */
	boolean isJoined(int single, int code) {
		int word = this.wordCodes[single][0];
		int length = 0;
		for (int part : this.wordCodes[code]) {
			length += this.words.length(part);
		}
		return this.wordCodes[code].length > 1 && this.words.length(word) >= JOINED
				&& Math.abs(length - this.words.length(word)) <= 1
				&& EditDistance.within(word(word), String.join("", this.names.get(code).words()), 1) <= 1;
	}

}
