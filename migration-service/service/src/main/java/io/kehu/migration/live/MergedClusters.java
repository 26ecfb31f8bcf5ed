package io.kehu.migration.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the merged rows of a linkage together with their records.
 */
final class MergedClusters implements Closeable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ApplicationTask task;

	private final List<String> columns;

	private final SetRows rows;

	private final SetRows members;

	private final SetRows origins;

	private @Nullable Row member;

	private @Nullable Row origin;

	private long number;

	MergedClusters(StagedData data, ApplicationTask task) throws IOException {
		this.task = task;
		String output = task.outputId().toString();
		this.columns = data.set(output).columns();
		this.rows = data.rows(output);
		this.members = data.rows(task.members());
		this.member = this.members.next();
		this.origins = data.rows(task.lineage());
		this.origin = this.origins.next();
	}

	/** Returns the columns that do not map to a field of a customer. */
	List<String> unmapped() {
		return this.columns.stream()
			.filter((column) -> !this.task.columns().containsKey(column))
			.filter((column) -> this.task.live().isEmpty() || !column.equals(LiveCustomersJob.KEY))
			.toList();
	}

	/** Returns the next cluster, or null after the last one. */
	@Nullable MergedCluster next() throws IOException {
		Row row = this.rows.next();
		if (row == null) {
			return null;
		}
		this.number++;
		List<RecordReference> live = new ArrayList<>();
		List<RecordReference> others = new ArrayList<>();
		List<RecordReference> keyed = new ArrayList<>();
		while (this.member != null && this.member.line() == this.number) {
			RecordReference reference = new RecordReference(text(this.member, 0), text(this.member, 1));
			(this.task.live().contains(reference.source()) ? live : others).add(reference);
			if (this.member.value(2) == null) {
				keyed.add(reference);
			}
			this.member = this.members.next();
		}
		live.sort(Comparator.comparing(RecordReference::key));
		return new MergedCluster(new CustomerRow(values(row), keys(keyed)), live, others, false);
	}

	private List<RecordReference> keys(List<RecordReference> records) {
		return records.stream()
			.filter((record) -> !this.task.live().contains(record.source()))
			.map(this.task::externalId)
			.toList();
	}

	/**
	 * Returns the values by field. Where several columns map to the same field, the one
	 * named like the field comes first, then the first with a value.
	 */
	private RowValues values(Row row) throws IOException {
		RowValues values = new RowValues();
		for (boolean exactly : new boolean[] { true, false }) {
			for (int i = 0; i < this.columns.size(); i++) {
				String column = this.columns.get(i);
				String value = row.value(i);
				String field = this.task.columns().get(column);
				if (value != null && !value.isBlank() && field != null && exactly == field.equals(column)
						&& !isSplit(column, row)) {
					CustomerField.called(field).ifPresent((known) -> values.add(known, column, value));
				}
			}
		}
		while (this.origin != null && this.origin.line() == row.line()) {
			String field = this.task.columns().get(text(this.origin, 1));
			JsonNode others = JSON.readTree(text(this.origin, 6));
			if (field != null) {
				CustomerField.called(field)
					.ifPresent((known) -> others.forEach((other) -> values.addMore(known, other.asString())));
			}
			this.origin = this.origins.next();
		}
		return values;
	}

	/**
	 * Returns whether a value has been split into a given and a family name, of which
	 * customer-service composes the name without titles.
	 */
	private boolean isSplit(String column, Row row) {
		return isPart(column + CustomerField.GIVEN, CustomerField.GIVEN_NAME, row)
				&& isPart(column + CustomerField.FAMILY, CustomerField.FAMILY_NAME, row);
	}

	private boolean isPart(String column, CustomerField field, Row row) {
		int place = this.columns.indexOf(column);
		String value = (place >= 0) ? row.value(place) : null;
		return value != null && !value.isBlank() && field.toString().equals(this.task.columns().get(column));
	}

	private static String text(Row row, int column) {
		return String.valueOf(row.value(column));
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
		this.members.close();
		this.origins.close();
	}

}
