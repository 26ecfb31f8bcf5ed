package io.kehu.migration.match;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.survivorship.SurvivingValue;
import io.kehu.migration.survivorship.Survivor;
import io.kehu.migration.survivorship.SurvivorCandidate;
import io.kehu.migration.survivorship.Survivorship;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Merges the records of each cluster into one row.
 */
final class MergedRecords {

	private final List<LoadedRows> sources;

	private final LinkageResult linked;

	private final Survivorship survivorship;

	private final @Nullable String changedColumn;

	private final List<String> columns;

	private final int[] offsets;

	private long unreadChanges;

	MergedRecords(List<LoadedRows> sources, LinkageResult linked, Survivorship survivorship,
			@Nullable String changedColumn) {
		this.sources = sources;
		this.linked = linked;
		this.survivorship = survivorship;
		this.changedColumn = changedColumn;
		Set<String> names = new LinkedHashSet<>();
		this.offsets = new int[sources.size()];
		int rows = 0;
		for (int i = 0; i < this.offsets.length; i++) {
			this.offsets[i] = rows;
			rows += sources.get(i).table().rows();
			names.addAll(sources.get(i).columns());
		}
		this.columns = List.copyOf(names);
	}

	/** Returns how many times of changes of merged records could not be read so far. */
	long unreadChanges() {
		return this.unreadChanges;
	}

	/** Returns the columns of all sources. */
	List<String> columns() {
		return this.columns;
	}

	private int source(int record) {
		int source = this.offsets.length - 1;
		while (this.offsets[source] > record) {
			source--;
		}
		return source;
	}

	/** Returns the row of a cluster, and the origins of its values. */
	MergedRow of(int cluster) {
		int[] members = this.linked.cluster(cluster);
		long line = (this.sources.size() == 1) ? this.sources.get(0).line(members[0]) : members[0] + 1L;
		if (members.length == 1) {
			return new MergedRow(row(line, values(members[0])), null);
		}
		List<SurvivorCandidate> candidates = new ArrayList<>();
		for (int member : members) {
			Map<String, String> values = values(member);
			candidates.add(new SurvivorCandidate(this.linked.reference(member), changed(values), values));
		}
		Survivor survivor = this.survivorship.merge(this.columns, candidates);
		Map<String, String> values = new HashMap<>();
		for (SurvivingValue value : survivor.values()) {
			if (value.value() != null) {
				values.put(value.field(), value.value());
			}
		}
		return new MergedRow(row(line, values), survivor);
	}

	private Row row(long line, Map<String, String> values) {
		return new Row(line, this.columns.stream().map(values::get).toArray(String[]::new));
	}

	private Map<String, String> values(int record) {
		int source = source(record);
		Table table = this.sources.get(source).table();
		Map<String, String> values = new HashMap<>();
		for (Column column : table.columns()) {
			String value = column.value(record - this.offsets[source]);
			if (value != null) {
				values.put(column.name(), value);
			}
		}
		return values;
	}

	private @Nullable Instant changed(Map<String, String> values) {
		String text = (this.changedColumn != null) ? values.get(this.changedColumn) : null;
		Instant changed = (text != null) ? instant(text.strip().replace(' ', 'T')) : null;
		this.unreadChanges += (text != null && !text.isBlank() && changed == null) ? 1 : 0;
		return changed;
	}

	/**
	 * Reads an ISO 8601 date with or without a time and a zone; returns null for other
	 * texts.
	 */
	private static @Nullable Instant instant(String text) {
		try {
			if (text.length() <= 10) {
				return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
			}
			boolean zoned = text.endsWith("Z") || text.substring(10).matches(".*[+-]\\d\\d:?\\d\\d");
			return zoned ? java.time.OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * The row of a cluster.
	 *
	 * @param row the values
	 * @param survivor the origins of the values, or null if the cluster has one record
	 */
	record MergedRow(Row row, @Nullable Survivor survivor) {
	}

}
