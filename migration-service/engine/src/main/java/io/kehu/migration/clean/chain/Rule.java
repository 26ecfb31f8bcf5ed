package io.kehu.migration.clean.chain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kehu.migration.clean.expression.Expression;
import io.kehu.migration.clean.fill.FillMethod;
import io.kehu.migration.clean.fill.Filling;
import io.kehu.migration.clean.fill.Gap;
import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.clean.standardise.FileMarks;
import io.kehu.migration.clean.standardise.NameParts;
import io.kehu.migration.clean.standardise.NumberStandard;
import io.kehu.migration.clean.standardise.Outcome;
import io.kehu.migration.clean.standardise.Standard;
import io.kehu.migration.intake.Mojibake;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Chain}; reads and writes as JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({ @JsonSubTypes.Type(value = Rule.Standardise.class, name = "standardise"),
		@JsonSubTypes.Type(value = Rule.SplitName.class, name = "splitName"),
		@JsonSubTypes.Type(value = Rule.RepairEncoding.class, name = "repairEncoding"),
		@JsonSubTypes.Type(value = Rule.DropColumn.class, name = "dropColumn"),
		@JsonSubTypes.Type(value = Rule.Compute.class, name = "compute"),
		@JsonSubTypes.Type(value = Rule.Filter.class, name = "filter"),
		@JsonSubTypes.Type(value = RepeatedRows.class, name = "repeatedRows"),
		@JsonSubTypes.Type(value = Dependency.class, name = "dependency"),
		@JsonSubTypes.Type(value = Outliers.class, name = "outliers"),
		@JsonSubTypes.Type(value = Rule.Fill.class, name = "fill") })
public sealed interface Rule permits Rule.Standardise, Rule.Settled, Rule.SplitName, Rule.RepairEncoding,
		Rule.DropColumn, Rule.Compute, Rule.Filter, Outliers, Rule.Fill, RepeatedRows, Dependency {

	/** Carry the rule out. */
	void apply(CleaningState workbench);

	/** Whether it must see all rows at once; the others may see them part by part. */
	default boolean needsAllRows() {
		return false;
	}

	/**
	 * The columns that the rule looks at when it needs all rows.
	 * @param columns the names of all columns
	 */
	default List<String> columnsSeen(List<String> columns) {
		return columns;
	}

	/**
	 * Brings a column into a form; values with a problem are flagged.
	 *
	 * @param column the column
	 * @param standard the form
	 * @param emptyProblems whether values with a problem are emptied rather than kept
	 */
	record Standardise(String column, Standard standard, boolean emptyProblems) implements Rule {

		@Override
		public boolean needsAllRows() {
			return this.standard.learns();
		}

		@Override
		public List<String> columnsSeen(List<String> columns) {
			return List.of(this.column);
		}

		/**
		 * The form in which all rows of a table are read.
		 * @param table a table with the column
		 * @param beside what the other columns tell
		 */
		public Standard learnt(Table table, FileMarks beside) {
			return this.standard.learn(table.column(this.column), beside);
		}

		@Override
		public void apply(CleaningState workbench) {
			FileMarks beside = this.standard.looksBeside() ? FileMarks.of(workbench.beside(this.column))
					: new FileMarks(0);
			apply(workbench, learnt(workbench.table(), beside));
		}

		/** Whether it writes numbers, whose points tell nothing of other columns. */
		public boolean writesNumbers() {
			return this.standard instanceof NumberStandard;
		}

		void apply(CleaningState workbench, Standard learnt) {
			Column before = workbench.table().column(this.column);
			Outcome[] outcomes = new Outcome[before.distinct()];
			IntStream.range(0, outcomes.length)
				.parallel()
				.forEach((code) -> outcomes[code] = learnt.apply(before.text(code)));
			@Nullable String[] texts = new String[outcomes.length];
			for (int code = 0; code < texts.length; code++) {
				boolean stays = outcomes[code].problem() != null && !this.emptyProblems;
				texts[code] = stays ? before.text(code) : outcomes[code].value();
			}
			workbench.put(before.recode(Arrays.asList(texts)));
			if (writesNumbers()) {
				workbench.numbered(this.column);
			}
			workbench.flagEach(this.column, (row) -> {
				int code = before.code(row);
				return (code == Column.MISSING) ? null : outcomes[code].problem();
			});
		}

	}

	/**
	 * Brings a column into a form that was found out before, from all rows.
	 *
	 * @param rule the rule
	 * @param learnt the form
	 */
	record Settled(Standardise rule, Standard learnt) implements Rule {

		@Override
		public void apply(CleaningState workbench) {
			this.rule.apply(workbench, this.learnt);
		}

	}

	/**
	 * Splits names into the new columns {@code <column>.title}, {@code .given},
	 * {@code .family} and {@code .suffix}; companies, several persons at once, and names
	 * whose order cannot be told are flagged and not split.
	 *
	 * @param column the column
	 */
	record SplitName(String column) implements Rule {

		@Override
		public void apply(CleaningState workbench) {
			Column whole = workbench.table().column(this.column);
			NameParts[] parts = new NameParts[whole.distinct()];
			IntStream.range(0, parts.length).parallel().forEach((code) -> parts[code] = NameParts.of(whole.text(code)));
			put(workbench, whole, ".title", parts, NameParts::title);
			put(workbench, whole, ".given", parts, NameParts::given);
			put(workbench, whole, ".family", parts, NameParts::family);
			put(workbench, whole, ".suffix", parts, NameParts::suffix);
			workbench.flagEach(this.column, (row) -> {
				int code = whole.code(row);
				return (code == Column.MISSING) ? null : parts[code].problem();
			});
		}

		private static void put(CleaningState workbench, Column whole, String ending, NameParts[] parts,
				Function<NameParts, @Nullable String> part) {
			List<@Nullable String> texts = Arrays.stream(parts).map(part).toList();
			workbench.put(whole.recode(texts).named(whole.name() + ending));
		}

	}

	/**
	 * Repairs texts that were decoded with the wrong character set.
	 *
	 * @param column the column
	 */
	record RepairEncoding(String column) implements Rule {

		@Override
		public void apply(CleaningState workbench) {
			workbench.put(workbench.table()
				.column(this.column)
				.map((text) -> Objects.requireNonNullElse(Mojibake.repair(text), text)));
		}

	}

	/**
	 * Leaves out a column.
	 *
	 * @param column the column
	 */
	record DropColumn(String column) implements Rule {

		@Override
		public void apply(CleaningState workbench) {
			workbench.drop(workbench.table().column(this.column));
		}

	}

	/**
	 * Sets a column, or adds one, to what an expression gives; where it gives nothing, as
	 * for a text that is no number, the value stays, flagged.
	 *
	 * @param column the column
	 * @param expression over the row, in the Common Expression Language
	 */
	record Compute(String column, String expression) implements Rule {

		private static final String NOT_COMPUTED = "cannot be computed: left as it was";

		@Override
		public void apply(CleaningState workbench) {
			Expression compiled = Expression.text(this.expression);
			Table table = workbench.table();
			compiled.check(table);
			Column before = table.has(this.column) ? table.column(this.column) : null;
			@Nullable String[] texts = new String[table.rows()];
			IntStream.range(0, texts.length).parallel().forEach((row) -> texts[row] = compiled.textOf(table, row));
			ColumnBuilder builder = new ColumnBuilder(this.column);
			for (int row = 0; row < texts.length; row++) {
				builder.add((texts[row] == null && before != null) ? before.value(row) : texts[row]);
			}
			workbench.put(builder.build());
			workbench.flagEach(this.column,
					(row) -> (texts[row] == null && compiled.hasInput(table, row)) ? NOT_COMPUTED : null);
		}

	}

	/**
	 * Drops or flags the rows that do not meet a condition. Rows of which that cannot be
	 * told are kept, flagged.
	 *
	 * @param keep what rows are to be like
	 * @param action what becomes of the others
	 * @param reason why
	 */
	record Filter(Condition keep, RuleAction action, String reason) implements Rule {

		@Override
		public void apply(CleaningState workbench) {
			Condition.Answer answer = this.keep.ask(workbench.table(), workbench.references());
			BitSet others = new BitSet();
			others.set(0, workbench.table().rows());
			others.andNot(answer.met());
			others.andNot(answer.untold());
			workbench.act(others, this.action, this.reason);
			workbench.act(answer.untold(), RuleAction.FLAG, "%s: cannot be told".formatted(this.reason));
		}

	}

	/**
	 * Fills the holes of a column and marks them with their source. In a column of
	 * numbers words for nothing are holes; other values that are no numbers stay,
	 * flagged. In other columns words for nothing stay, and fill no hole.
	 *
	 * @param column the column
	 * @param method how
	 */
	record Fill(String column, FillMethod method) implements Rule {

		private static final String ODD = "no number: left out of the fill";

		@Override
		public boolean needsAllRows() {
			return true;
		}

		@Override
		public List<String> columnsSeen(List<String> columns) {
			return Stream.concat(this.method.beside(columns).stream(), Stream.of(this.column)).toList();
		}

		@Override
		public void apply(CleaningState workbench) {
			Gap gap = this.method.suited(new Gap(workbench.table(), this.column, workbench.kept(), workbench.share()));
			Filling filling = this.method.fill(gap);
			Map<String, BitSet> filled = new TreeMap<>();
			for (int i = 0; i < filling.holes().length; i++) {
				if (filling.values().get(i) != null) {
					String source = filling.source(i, this.method);
					filled.computeIfAbsent(source, (fresh) -> new BitSet()).set(filling.holes()[i]);
				}
			}
			workbench.put(filling.into(workbench.table().column(this.column)));
			filled.forEach((source, rows) -> workbench.mark(new Mark(MarkKind.FILLED, this.column, source, rows)));
			workbench.flagEach(this.column, (row) -> gap.isOdd(row) ? ODD : null);
		}

	}

}
