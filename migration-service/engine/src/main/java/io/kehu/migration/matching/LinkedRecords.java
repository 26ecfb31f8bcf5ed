package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.clusters.Constraints;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The records of all sources, numbered through.
 */
final class LinkedRecords {

	private final List<LinkageSource> sources;

	private final List<@Nullable Column> keys = new ArrayList<>();

	private final int[] sourceOf;

	private final int[] offsets;

	LinkedRecords(List<LinkageSource> sources) {
		this.sources = List.copyOf(sources);
		this.offsets = new int[sources.size()];
		int rows = 0;
		for (int i = 0; i < this.offsets.length; i++) {
			LinkageSource source = sources.get(i);
			this.offsets[i] = rows;
			rows += source.table().rows();
			this.keys.add((source.keyColumn() != null) ? source.table().column(source.keyColumn()) : null);
		}
		this.sourceOf = new int[rows];
		for (int i = 0; i < this.offsets.length; i++) {
			int end = (i + 1 < this.offsets.length) ? this.offsets[i + 1] : rows;
			Arrays.fill(this.sourceOf, this.offsets[i], end, i);
		}
	}

	int size() {
		return this.sourceOf.length;
	}

	/** Returns how many sources there are. */
	int sources() {
		return this.sources.size();
	}

	int[] sourceOf() {
		return this.sourceOf;
	}

	/** Returns the tables without the columns that name rows or entities. */
	List<Table> evidence() {
		return this.sources.stream().map((source) -> {
			Set<String> names = new HashSet<>();
			if (source.keyColumn() != null) {
				names.add(source.keyColumn());
			}
			if (source.entityColumn() != null) {
				names.add(source.entityColumn());
			}
			return source.table().without(names);
		}).toList();
	}

	RecordReference reference(int row) {
		int source = this.sourceOf[row];
		Column column = this.keys.get(source);
		int local = row - this.offsets[source];
		String key = (column != null) ? column.value(local) : null;
		String name = this.sources.get(source).name();
		return (key != null) ? new RecordReference(name, key)
				: new RecordReference(name, String.valueOf(local + 1), true);
	}

	/**
	 * Returns the known entity of each record as a number, or
	 * {@link Constraints#UNKNOWN}. Entities of different sources are different, whatever
	 * their keys.
	 */
	int[] knownEntities() {
		int[] known = new int[size()];
		Arrays.fill(known, Constraints.UNKNOWN);
		int numbered = 0;
		for (int i = 0; i < this.offsets.length; i++) {
			Map<String, Integer> numbers = new HashMap<>();
			int first = numbered;
			LinkageSource source = this.sources.get(i);
			if (source.entityColumn() != null) {
				Column column = source.table().column(source.entityColumn());
				for (int row = 0; row < column.rows(); row++) {
					String entity = column.value(row);
					if (entity != null) {
						known[this.offsets[i] + row] = numbers.computeIfAbsent(entity, (key) -> first + numbers.size());
					}
				}
			}
			numbered += numbers.size();
		}
		return known;
	}

	/**
	 * Returns the numbers of the records that some references name; unknown references
	 * are left out.
	 */
	Map<RecordReference, Integer> find(Set<RecordReference> references) {
		Map<RecordReference, Integer> found = new HashMap<>();
		if (!references.isEmpty()) {
			for (int row = 0; row < size(); row++) {
				RecordReference reference = reference(row);
				if (references.contains(reference)) {
					found.put(reference, row);
				}
			}
		}
		return found;
	}

}
