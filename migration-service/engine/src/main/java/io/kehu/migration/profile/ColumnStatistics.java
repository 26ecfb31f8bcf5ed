package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
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

	private final ExamplesByKind<ColumnValueType> types = new ExamplesByKind<>(ColumnValueType.class);

	private final ExamplesByKind<ColumnValueType> broken = new ExamplesByKind<>(ColumnValueType.class);

	private final ExamplesByKind<IssueKind> issues = new ExamplesByKind<>(IssueKind.class);

	private final Moments moments = new Moments();

	private final QuantileSketch numbers = new QuantileSketch();

	private final QuantileSketch days = new QuantileSketch();

	private final QuantileSketch compactDays = new QuantileSketch();

	private final Moments lengths = new Moments();

	private final ExampleValues compactBroken = new ExampleValues();

	private final ExampleValues phoneDigits = new ExampleValues();

	private long fractions;

	private long mixedCodes;

	private final MarkCounts marks = new MarkCounts();

	void add(String text, long hash, long times) {
		Characters characters = Characters.of(text);
		boolean trimmed = characters.has(Characters.BLANK_AROUND) || characters.has(Characters.CONTROL);
		String value = trimmed ? text.strip() : text;
		if (Missing.isWord(value)) {
			this.missingWords.add(value, times);
			this.issues.add(IssueKind.WORD_FOR_MISSING, text, times);
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
			this.issues.add(IssueKind.BLANKS_AROUND, text, times);
		}
		if (characters.has(Characters.BLANKS_DOUBLED)) {
			this.issues.add(IssueKind.BLANKS_DOUBLED, text, times);
		}
		if (characters.has(Characters.CONTROL)) {
			this.issues.add(IssueKind.CONTROL_CHARACTERS, text, times);
		}
		if (characters.has(Characters.BEYOND_ASCII)) {
			if (Mojibake.isIn(text)) {
				this.issues.add(IssueKind.WRONG_ENCODING, text, times);
			}
			if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
				this.issues.add(IssueKind.NOT_NORMALISED, text, times);
			}
		}
	}

	private void meaning(String value, ValueReading reading, Characters characters, long times) {
		(reading.valid() ? this.types : this.broken).add(reading.type(), value, times);
		boolean plainDigits = characters.digits() == value.length();
		if (reading.type().numeric()) {
			number(value, reading, times);
		}
		if (reading.type() == ColumnValueType.TEXT && characters.digits() > characters.letters()
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
		if (plainDigits && DateReading.isDayNumber(value)) {
			this.issues.add(IssueKind.SERIAL_DATE, value, times);
		}
		if (plainDigits && PhoneSyntax.isPlausible(value)) {
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
			this.issues.add(IssueKind.LOCAL_NUMBER, value, times);
		}
		if (this.marks.add(value, times)) {
			this.issues.add(IssueKind.OPEN_MARK, value, times);
		}
	}

	private void date(String value, DateReading date, long times) {
		this.dateForms.add(date.form(), times);
		LocalDate day = date.day();
		if (day == null) {
			this.issues.add(IssueKind.IMPOSSIBLE_DATE, value, times);
			return;
		}
		this.days.add((double) day.toEpochDay(), times);
		if (date.ambiguous()) {
			this.issues.add(IssueKind.AMBIGUOUS_DATE, value, times);
		}
	}

	void write(DataOutputStream output) throws IOException {
		this.distinct.write(output);
		for (FrequentValues texts : texts()) {
			texts.write(output);
		}
		this.types.write(output);
		this.broken.write(output);
		this.issues.write(output);
		for (Moments of : List.of(this.moments, this.lengths)) {
			of.write(output);
		}
		for (QuantileSketch sketch : sketches()) {
			sketch.write(output);
		}
		this.compactBroken.write(output);
		this.phoneDigits.write(output);
		output.writeLong(this.fractions);
		output.writeLong(this.mixedCodes);
		this.marks.write(output);
	}

	/** Takes in what was written in another partition. */
	void merge(DataInputStream input) throws IOException {
		this.distinct.merge(DistinctCounter.read(input));
		for (FrequentValues texts : texts()) {
			texts.merge(FrequentValues.read(input));
		}
		this.types.merge(input);
		this.broken.merge(input);
		this.issues.merge(input);
		for (Moments of : List.of(this.moments, this.lengths)) {
			of.merge(Moments.read(input));
		}
		for (QuantileSketch sketch : sketches()) {
			sketch.merge(QuantileSketch.read(input));
		}
		this.compactBroken.merge(ExampleValues.read(input));
		this.phoneDigits.merge(ExampleValues.read(input));
		this.fractions += input.readLong();
		this.mixedCodes += input.readLong();
		this.marks.merge(input);
	}

	private List<FrequentValues> texts() {
		return List.of(this.values, this.patterns, this.missingWords, this.dateForms);
	}

	private List<QuantileSketch> sketches() {
		return List.of(this.numbers, this.days, this.compactDays);
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

	/** Returns the values that are what they look like. */
	long valid(ColumnValueType type) {
		return this.types.count(type);
	}

	/** Returns the values that look like a type and are broken. */
	long broken(ColumnValueType type) {
		return this.broken.count(type);
	}

	Map<ColumnValueType, ExampleValues> types() {
		return this.types.found();
	}

	Map<ColumnValueType, ExampleValues> brokenTypes() {
		return this.broken.found();
	}

	Map<IssueKind, ExampleValues> issues() {
		return this.issues.found();
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

	ExampleValues compactBroken() {
		return this.compactBroken;
	}

	ExampleValues phoneDigits() {
		return this.phoneDigits;
	}

	Moments lengths() {
		return this.lengths;
	}

	/** Texts of digits with a letter or two among them. */
	long mixedCodes() {
		return this.mixedCodes;
	}

	/** Returns the numbers with a fraction that is not zero. */
	long fractions() {
		return this.fractions;
	}

	MarkCounts marks() {
		return this.marks;
	}

}
