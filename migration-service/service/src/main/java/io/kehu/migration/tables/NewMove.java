package io.kehu.migration.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.move.plan.ColumnRule;
import io.kehu.migration.move.plan.TableRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to move tables.
 *
 * @param sourceId the connection to read from
 * @param targetId the connection to write to
 * @param tables the tables to move; all tables of the source by default
 * @param dryRun whether to read and cast all rows without writing any
 * @param partitions the number of partitions of large tables; 4 by default
 * @param staging how chunks are compressed in staging: zstd (the default), lz4 or
 * deflate; or none to load them directly
 * @param rejectBudget the number of rows that may be rejected before the job fails; 0 by
 * default
 * @param rowsPerSecond the most rows of a table to read per second; no limit by default
 */
record NewMove(@NotNull UUID sourceId, @NotNull UUID targetId,
		@Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid MovedTable> tables, @Nullable Boolean dryRun,
		@Nullable @Min(1) @Max(64) Integer partitions,
		@Nullable @Pattern(regexp = "zstd|lz4|deflate|none",
				message = "must be zstd, lz4, deflate or none") String staging,
		@Nullable @Min(0) Long rejectBudget, @Nullable @Min(1) Long rowsPerSecond) {

	private static final int USUAL_PARTITIONS = 4;

	List<TableRule> rules() {
		return (this.tables != null) ? this.tables.stream().map(MovedTable::rule).toList() : List.of();
	}

	boolean isDryRun() {
		return Boolean.TRUE.equals(this.dryRun);
	}

	int usedPartitions() {
		return (this.partitions != null) ? this.partitions : USUAL_PARTITIONS;
	}

	MoveTask task() {
		return new MoveTask(this.sourceId, this.targetId, isDryRun(), (this.staging != null) ? this.staging : "zstd",
				(this.rejectBudget != null) ? this.rejectBudget : 0,
				(this.rowsPerSecond != null) ? this.rowsPerSecond : 0);
	}

	/**
	 * A table to move.
	 *
	 * @param source its name in the source
	 * @param target its name in the target; the same by default
	 * @param columns rules for columns, by the name of the source column
	 * @param ignored source columns to leave behind
	 * @param partitionBy a source column by whose hash rows are divided, such as a region
	 */
	record MovedTable(@NotBlank @Size(max = 64) String source, @Nullable @Size(min = 1, max = 63) String target,
			@Nullable @Size(max = 1000) Map<String, @NotNull @Valid MovedColumn> columns,
			@Nullable @Size(max = 1000) List<@NotNull String> ignored, @Nullable String partitionBy) {

		TableRule rule() {
			Map<String, ColumnRule> rules = new LinkedHashMap<>();
			if (this.columns != null) {
				this.columns.forEach((name, column) -> rules.put(name, column.rule()));
			}
			return new TableRule(this.source, this.target, rules, (this.ignored != null) ? this.ignored : List.of(),
					this.partitionBy);
		}

	}

	/**
	 * Rules for a column.
	 *
	 * @param target the name of the target column; the same by default
	 * @param type the type of the target column if its table is created
	 * @param zeroDateAsNull whether dates of all zeros become null; they are rejected by
	 * default
	 * @param encoding the actual encoding of text if it differs from the declared one
	 */
	record MovedColumn(@Nullable @Size(min = 1, max = 63) String target,
			@Nullable @Pattern(regexp = "[A-Za-z][A-Za-z0-9 _]*(\\([0-9]+(, ?[0-9]+)?\\))?[A-Za-z ]*",
					message = "must be a type in SQL") @Size(max = 100) String type,
			@Nullable Boolean zeroDateAsNull, @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:+-]*",
					message = "must be the name of an encoding") String encoding) {

		ColumnRule rule() {
			return new ColumnRule(this.target, this.type, Boolean.TRUE.equals(this.zeroDateAsNull), this.encoding);
		}

	}

}
