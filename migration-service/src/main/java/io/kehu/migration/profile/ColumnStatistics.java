package io.kehu.migration.profile;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import io.kehu.migration.intake.Mojibake;

/**
 * What is known of a column's values so far; takes each distinct text with its count, and
 * can be put together from partitions.
 */
final class ColumnStatistics {

	private static final int EXACT_DISTINCT = 1 << 18;

	private static final int VALUES = 2048;

	private static final int PATTERNS = 256;

	private static final int COMPACT_DATE = 8;

	private final DistinctCounter distinct = new DistinctCounter(EXACT_DISTINCT);

	private final FrequentValues values = new FrequentValues(VALUES);

	private final FrequentValues patterns = new FrequentValues(PATTERNS);

	private final FrequentValues missingWords = new FrequentValues(PATTERNS);

	private final FrequentValues dateForms = new FrequentValues(PATTERNS);

	private final Map<ValueType, Examples> types = new EnumMap<>(ValueType.class);

	private final Map<ValueType, Examples> broken = new EnumMap<>(ValueType.class);

	private final Map<IssueKind, Examples> issues = new EnumMap<>(IssueKind.class);

	private final Moments moments = new Moments();

	private final QuantileSketch numbers = new QuantileSketch();

	private final QuantileSketch days = new QuantileSketch();

	private final QuantileSketch compactDays = new QuantileSketch();

	private final Moments lengths = new Moments();

	private final Examples compactBroken = new Examples();

	private final Examples phoneDigits = new Examples();

	private long fractions;

	private long mixedCodes;

	void add(String text, long hash, long times) {
		Characters characters = Characters.of(text);
		boolean trimmed = characters.has(Characters.BLANK_AROUND) || characters.has(Characters.CONTROL);
		String value = trimmed ? text.strip() : text;
		if (Missing.isWord(value)) {
			this.missingWords.add(value, times);
			issue(IssueKind.WORD_FOR_MISSING, text, times);
			return;
		}
		this.distinct.add(hash);
		this.values.add(text, times);
		this.patterns.add(Pattern.of(value), times);
		this.lengths.add(text.length(), times);
		surface(text, characters, times);
		if (value.isEmpty()) {
			return;
		}
		meaning(value, ValueReading.of(value, characters), characters, times);
	}

	private void surface(String text, Characters characters, long times) {
		if (characters.traits() == 0) {
			return;
		}
		if (characters.has(Characters.BLANK_AROUND)) {
			issue(IssueKind.BLANKS_AROUND, text, times);
		}
		if (characters.has(Characters.BLANKS_DOUBLED)) {
			issue(IssueKind.BLANKS_DOUBLED, text, times);
		}
		if (characters.has(Characters.CONTROL)) {
			issue(IssueKind.CONTROL_CHARACTERS, text, times);
		}
		if (characters.has(Characters.BEYOND_ASCII)) {
			if (Mojibake.isIn(text)) {
				issue(IssueKind.WRONG_ENCODING, text, times);
			}
			if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
				issue(IssueKind.NOT_NORMALISED, text, times);
			}
		}
	}

	private void meaning(String value, ValueReading reading, Characters characters, long times) {
		Map<ValueType, Examples> counts = reading.valid() ? this.types : this.broken;
		counts.computeIfAbsent(reading.type(), (absent) -> new Examples()).add(value, times);
		boolean plainDigits = characters.digits() == value.length();
		if (reading.type().numeric()) {
			number(value, reading, times);
		}
		if (reading.type() == ValueType.TEXT && characters.digits() > characters.letters()
				&& !characters.has(Characters.BLANK_INSIDE)) {
			this.mixedCodes += times;
		}
		DateReading date = reading.date();
		if (date != null) {
			date(value, date, times);
		}
		if (plainDigits && value.length() == COMPACT_DATE) {
			LocalDate day = DateReading.compact(value);
			if (day != null) {
				this.compactDays.add((double) day.toEpochDay(), times);
			}
			else {
				this.compactBroken.add(value, times);
			}
		}
		if (plainDigits && PhoneNumber.isPlausible(value)) {
			this.phoneDigits.add(value, times);
		}
	}

	private void number(String value, ValueReading reading, long times) {
		this.numbers.add(reading.number(), times);
		this.moments.add(reading.number(), times);
		if (reading.number() != Math.rint(reading.number())) {
			this.fractions += times;
		}
		if (reading.decimalComma()) {
			issue(IssueKind.LOCAL_NUMBER, value, times);
		}
	}

	private void date(String value, DateReading date, long times) {
		this.dateForms.add(date.form(), times);
		LocalDate day = date.day();
		if (day == null) {
			issue(IssueKind.IMPOSSIBLE_DATE, value, times);
			return;
		}
		this.days.add((double) day.toEpochDay(), times);
		if (date.ambiguous()) {
			issue(IssueKind.AMBIGUOUS_DATE, value, times);
		}
	}

	private void issue(IssueKind kind, String text, long times) {
		this.issues.computeIfAbsent(kind, (absent) -> new Examples()).add(text, times);
	}

	/** Take in what is known from another partition. */
	void merge(ColumnStatistics other) {
		this.distinct.merge(other.distinct);
		this.values.merge(other.values);
		this.patterns.merge(other.patterns);
		this.missingWords.merge(other.missingWords);
		this.dateForms.merge(other.dateForms);
		merge(this.types, other.types);
		merge(this.broken, other.broken);
		merge(this.issues, other.issues);
		this.moments.merge(other.moments);
		this.numbers.merge(other.numbers);
		this.days.merge(other.days);
		this.compactDays.merge(other.compactDays);
		this.lengths.merge(other.lengths);
		this.compactBroken.merge(other.compactBroken);
		this.phoneDigits.merge(other.phoneDigits);
		this.fractions += other.fractions;
		this.mixedCodes += other.mixedCodes;
	}

	private static <K> void merge(Map<K, Examples> into, Map<K, Examples> from) {
		from.forEach((key, examples) -> into.computeIfAbsent(key, (absent) -> new Examples()).merge(examples));
	}

	DistinctCounter distinct() {
		return this.distinct;
	}

	FrequentValues values() {
		return this.values;
	}

	FrequentValues patterns() {
		return this.patterns;
	}

	FrequentValues missingWords() {
		return this.missingWords;
	}

	FrequentValues dateForms() {
		return this.dateForms;
	}

	/** Values that are what they look like. */
	long valid(ValueType type) {
		Examples found = this.types.get(type);
		return (found != null) ? found.count() : 0;
	}

	/** Values that look like a type and are broken. */
	long broken(ValueType type) {
		Examples found = this.broken.get(type);
		return (found != null) ? found.count() : 0;
	}

	Map<ValueType, Examples> types() {
		return this.types;
	}

	Map<ValueType, Examples> brokenTypes() {
		return this.broken;
	}

	Map<IssueKind, Examples> issues() {
		return this.issues;
	}

	Moments moments() {
		return this.moments;
	}

	QuantileSketch numbers() {
		return this.numbers;
	}

	QuantileSketch days() {
		return this.days;
	}

	QuantileSketch compactDays() {
		return this.compactDays;
	}

	Examples compactBroken() {
		return this.compactBroken;
	}

	Examples phoneDigits() {
		return this.phoneDigits;
	}

	Moments lengths() {
		return this.lengths;
	}

	/** Texts of digits with a letter or two among them. */
	long mixedCodes() {
		return this.mixedCodes;
	}

	/** Numbers with a fraction that is not zero. */
	long fractions() {
		return this.fractions;
	}

}
