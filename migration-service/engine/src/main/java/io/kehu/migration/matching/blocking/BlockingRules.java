package io.kehu.migration.matching.blocking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntUnaryOperator;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.FieldSet;
import io.kehu.migration.matching.field.Names;
import io.kehu.migration.matching.field.OrganisationKeys;
import io.kehu.migration.matching.progress.ProgressCounter;
import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.matching.text.Phonetics;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * The default blocking rules, as far as the fields at hand allow; each survives errors in
 * the fields that it does not use.
 */
final class BlockingRules {

	private static final int STRONG = 30;

	private static final int USUAL = 6;

	private static final int RARE = 1;

	/** Beyond so many records the rules for bad ones would cost more than they find. */
	private static final int FEW = 200_000;

	/** About so many rules there are for most data. */
	private static final int MOST = 40;

	private final FieldSet fields;

	private final ProgressCounter tally;

	private final List<BlockingRule> rules = new ArrayList<>();

	private final @Nullable IntUnaryOperator given;

	private final @Nullable IntUnaryOperator family;

	private final @Nullable IntUnaryOperator wholeName;

	private BlockingRules(FieldSet fields, ProgressCounter tally) {
		this.fields = fields;
		this.tally = tally;
		Names names = fields.names();
		this.given = (names != null) ? (row) -> sound(names, row, true) : null;
		this.family = (names != null) ? (row) -> sound(names, row, false) : null;
		this.wholeName = (names != null) ? (row) -> wholeName(names, row) : null;
	}

	/**
	 * Creates the rules.
	 * @param fields the fields at hand
	 * @param share receives the share done
	 */
	static List<BlockingRule> of(FieldSet fields, DoubleConsumer share) {
		BlockingRules made = new BlockingRules(fields, new ProgressCounter(MOST, share));
		made.addAll();
		if (fields.rows() <= FEW) {
			made.addForBadRecords();
		}
		return made.rules;
	}

	private void addAll() {
		IntUnaryOperator date = text(ColumnRole.DATE, 0, 8);
		IntUnaryOperator year = text(ColumnRole.DATE, 0, 4);
		IntUnaryOperator postcode = text(ColumnRole.POSTCODE, 0, 99);
		IntUnaryOperator place = text(ColumnRole.PLACE, 0, 99);
		IntUnaryOperator address = text(ColumnRole.ADDRESS, 0, 99);
		IntUnaryOperator house = text(ColumnRole.HOUSE_NUMBER, 0, 99);
		for (ColumnRole role : List.of(ColumnRole.IDENTIFIER, ColumnRole.EMAIL, ColumnRole.PHONE)) {
			for (Column column : this.fields.columns(role)) {
				add(STRONG, column.name(), text(column, 0, 99));
			}
		}
		add(STRONG, "whole name", this.wholeName);
		addOrganisations(postcode, place);
		addCompanies(postcode, place);
		add(STRONG, "date", date);
		add("sound of family name, year", this.family, year);
		add("sound of given name, postcode", this.given, postcode);
		add("sound of family name, postcode", this.family, postcode);
		add("sound of family name, place", this.family, place);
		add("sound of given name, year", this.given, year);
		add("sound of given name, place", this.given, place);
		add("sounds of given and family name", this.given, this.family);
		add("address, house number", address, house);
		add("address, postcode", address, postcode);
		add("postcode, year", postcode, year);
		add("family name alone", this.family);
		add("given name, occupation", this.given, text(ColumnRole.TEXT, 0, 99));
		add("postcode, occupation", postcode, text(ColumnRole.TEXT, 0, 99));
		this.fields.columns(ColumnRole.ADDRESS).forEach((column) -> add(column.name(), text(column, 0, 99)));
		add("place, house number", place, house);
		this.fields.columns(ColumnRole.NUMBER).forEach((column) -> add(column.name(), text(column, 0, 99)));
		if (this.fields.names() == null) {
			this.fields.columns(ColumnRole.TEXT).forEach((column) -> add(column.name(), text(column, 0, 99)));
		}
	}

	private void addOrganisations(@Nullable IntUnaryOperator postcode, @Nullable IntUnaryOperator place) {
		OrganisationKeys keys = this.fields.organisationKeys();
		if (keys != null) {
			add(STRONG, "organisation", keys.whole());
			add(STRONG, "rarest word of organisation", keys.rarest(0));
			add(STRONG, "telling word of organisation", keys.telling());
			add("second rarest word of organisation", keys.rarest(1));
			add("beginning of organisation", keys.letters(true));
			add("initials of organisation", keys.initials());
			add("end of organisation", keys.letters(false));
			add("commonest word of organisation, postcode", keys.commonest(), postcode);
			add("commonest word of organisation, place", keys.commonest(), place);
		}
	}

	private void addCompanies(@Nullable IntUnaryOperator postcode, @Nullable IntUnaryOperator place) {
		for (Column column : this.fields.columns(ColumnRole.COMPANY)) {
			IntUnaryOperator word = tellingSound(column);
			add(STRONG, column.name(), text(column, 0, 99));
			add("sound of " + column.name() + ", postcode", word, postcode);
			add("sound of " + column.name() + ", place", word, place);
			add("sound of " + column.name(), word);
		}
	}

	/** Rules for records with errors in nearly every field; cheap ones only. */
	private void addForBadRecords() {
		IntUnaryOperator year = text(ColumnRole.DATE, 0, 4);
		IntUnaryOperator postcode = text(ColumnRole.POSTCODE, 0, 99);
		IntUnaryOperator place = text(ColumnRole.PLACE, 0, 99);
		IntUnaryOperator house = text(ColumnRole.HOUSE_NUMBER, 0, 99);
		IntUnaryOperator day = text(ColumnRole.DATE, 4, 8);
		IntUnaryOperator street = text(ColumnRole.ADDRESS, 0, 5);
		add(RARE, "postcode, place", postcode, place);
		add(RARE, "day and month, place", day, place);
		add(RARE, "day and month, postcode", day, postcode);
		add(RARE, "sound of family name, day and month", this.family, day);
		add(RARE, "sound of given name, day and month", this.given, day);
		add(RARE, "beginning of address, place", street, place);
		add(RARE, "beginning of address, postcode", street, postcode);
		add(RARE, "beginning of address, house number", street, house);
		add(RARE, "postcode, house number", postcode, house);
		add(RARE, "year, place, house number", year, place, house);
	}

	private void add(String name, @Nullable IntUnaryOperator... parts) {
		add(USUAL, name, parts);
	}

	private void add(int pairsPerRecord, String name, @Nullable IntUnaryOperator... parts) {
		for (IntUnaryOperator part : parts) {
			if (part == null) {
				return;
			}
		}
		this.rules.add(new BlockingRule(name, (row) -> key(row, parts), pairsPerRecord));
		this.tally.add(1);
	}

	private static int key(int row, @Nullable IntUnaryOperator[] parts) {
		long hash = 0x9E3779B97F4A7C15L;
		for (IntUnaryOperator part : parts) {
			int value = (part != null) ? part.applyAsInt(row) : 0;
			if (value == 0) {
				return 0;
			}
			hash = (hash ^ value) * 0xBF58476D1CE4E5B9L;
			hash ^= hash >>> 29;
		}
		int key = (int) (hash ^ hash >>> 32);
		return (key == 0) ? 1 : key;
	}

	private @Nullable IntUnaryOperator text(ColumnRole role, int from, int to) {
		List<Column> columns = this.fields.columns(role);
		return columns.isEmpty() ? null : text(columns.get(0), from, to);
	}

	private static IntUnaryOperator text(Column column, int from, int to) {
		int[] hashes = new int[column.distinct()];
		for (int code = 0; code < hashes.length; code++) {
			String text = column.text(code);
			hashes[code] = text.substring(Math.min(from, text.length()), Math.min(to, text.length())).hashCode()
					| 1 << 31;
		}
		return (row) -> (column.code(row) < 0) ? 0 : hashes[column.code(row)];
	}

	/** Returns the sound of the longest word, which is most often the one that tells. */
	private static IntUnaryOperator tellingSound(Column column) {
		Phonetics phonetics = new Phonetics();
		int[] hashes = new int[column.distinct()];
		for (int code = 0; code < hashes.length; code++) {
			String longest = NormalForms.words(column.text(code))
				.stream()
				.max(Comparator.comparingInt(String::length))
				.orElse("");
			hashes[code] = phonetics.sound(longest).hashCode() | 1 << 31;
		}
		return (row) -> (column.code(row) < 0) ? 0 : hashes[column.code(row)];
	}

	private static int sound(Names names, int row, boolean given) {
		int name = names.code(row);
		if (name < 0) {
			return 0;
		}
		int word = given ? names.given(name) : names.family(name);
		if (word < 0 && names.words(name).length > 0) {
			word = names.words(name)[0];
		}
		return (word < 0) ? 0 : names.sound(word) + 1;
	}

	private static int wholeName(Names names, int row) {
		int name = names.code(row);
		if (name < 0) {
			return 0;
		}
		int hash = 0;
		for (int word : names.words(name)) {
			hash += (word + 1) * 0x9E3779B1;
		}
		return (hash == 0) ? 1 : hash;
	}

}
