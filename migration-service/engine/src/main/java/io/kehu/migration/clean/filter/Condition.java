package io.kehu.migration.clean.filter;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.re2j.Pattern;
import io.kehu.migration.clean.Numbers;
import io.kehu.migration.clean.expression.Expression;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a row must be like; a missing value meets nothing but {@link Missing}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Condition.Compared.class, name = "compared"),
		@JsonSubTypes.Type(value = Condition.Matching.class, name = "matching"),
		@JsonSubTypes.Type(value = Condition.OneOf.class, name = "oneOf"),
		@JsonSubTypes.Type(value = Condition.Existing.class, name = "existing"),
		@JsonSubTypes.Type(value = Condition.Missing.class, name = "missing"),
		@JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
		@JsonSubTypes.Type(value = Condition.All.class, name = "all"),
		@JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
		@JsonSubTypes.Type(value = Condition.Stated.class, name = "stated") })
public sealed interface Condition {

	/**
	 * Find the rows that meet it.
	 * @param table all rows
	 * @param references sets of known keys by name
	 */
	BitSet rows(Table table, Map<String, Set<String>> references);

	private static BitSet where(Column column, Predicate<String> test) {
		boolean[] byCode = new boolean[column.distinct()];
		for (int code = 0; code < byCode.length; code++) {
			byCode[code] = test.test(column.text(code));
		}
		BitSet rows = new BitSet(column.rows());
		for (int row = 0; row < column.rows(); row++) {
			int code = column.code(row);
			rows.set(row, code != Column.MISSING && byCode[code]);
		}
		return rows;
	}

	/**
	 * A value compared with another: as numbers when both are, else as texts.
	 *
	 * @param column the column
	 * @param operator how
	 * @param value the other value
	 */
	record Compared(String column, Comparison operator, String value) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			double number = Numbers.parse(this.value);
			return where(table.column(this.column), (text) -> {
				double own = Numbers.parse(text);
				boolean numbers = !Double.isNaN(number) && !Double.isNaN(own);
				return this.operator.holds(numbers ? Double.compare(own, number) : text.compareTo(this.value));
			});
		}

	}

	/**
	 * A value in which a pattern of RE2 is found.
	 *
	 * @param column the column
	 * @param pattern the pattern; anchor it to match the whole value
	 */
	record Matching(String column, String pattern) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			Pattern compiled = Pattern.compile(this.pattern);
			return where(table.column(this.column), (text) -> compiled.matcher(text).find());
		}

	}

	/**
	 * A value out of a list.
	 *
	 * @param column the column
	 * @param values the list
	 */
	record OneOf(String column, List<String> values) implements Condition {

		public OneOf {
			if (values == null) {
				throw new IllegalArgumentException("values: a list of texts is needed");
			}
			values = List.copyOf(values);
		}

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			return where(table.column(this.column), Set.copyOf(this.values)::contains);
		}

	}

	/**
	 * A value that exists elsewhere.
	 *
	 * @param column the column
	 * @param reference name of the set of known keys
	 */
	record Existing(String column, String reference) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			Set<String> known = references.get(this.reference);
			if (known == null) {
				throw new IllegalArgumentException("No reference %s".formatted(this.reference));
			}
			return where(table.column(this.column), known::contains);
		}

	}

	/**
	 * No value.
	 *
	 * @param column the column
	 */
	record Missing(String column) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			Column tested = table.column(this.column);
			return IntStream.range(0, table.rows())
				.filter((row) -> tested.code(row) == Column.MISSING)
				.collect(BitSet::new, BitSet::set, BitSet::or);
		}

	}

	/**
	 * The contrary of another.
	 *
	 * @param condition the other
	 */
	record Not(Condition condition) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			BitSet rows = this.condition.rows(table, references);
			rows.flip(0, table.rows());
			return rows;
		}

	}

	/**
	 * Several conditions, each of which must hold.
	 *
	 * @param conditions at least one
	 */
	record All(List<Condition> conditions) implements Condition {

		public All {
			conditions = someOf(conditions);
		}

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			BitSet rows = new BitSet();
			rows.set(0, table.rows());
			this.conditions.forEach((condition) -> rows.and(condition.rows(table, references)));
			return rows;
		}

	}

	/**
	 * Several conditions, one of which must hold.
	 *
	 * @param conditions at least one
	 */
	record Any(List<Condition> conditions) implements Condition {

		public Any {
			conditions = someOf(conditions);
		}

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			BitSet rows = new BitSet();
			this.conditions.forEach((condition) -> rows.or(condition.rows(table, references)));
			return rows;
		}

	}

	private static List<Condition> someOf(@Nullable List<Condition> conditions) {
		if (conditions == null || conditions.isEmpty() || conditions.stream().anyMatch(Objects::isNull)) {
			throw new IllegalArgumentException("conditions: at least one is needed, and none may be null");
		}
		return List.copyOf(conditions);
	}

	/**
	 * An expression over the row.
	 *
	 * @param expression in the Common Expression Language
	 */
	record Stated(String expression) implements Condition {

		@Override
		public BitSet rows(Table table, Map<String, Set<String>> references) {
			Expression compiled = Expression.condition(this.expression);
			compiled.check(table);
			boolean[] holds = new boolean[table.rows()];
			IntStream.range(0, holds.length).parallel().forEach((row) -> holds[row] = compiled.holds(table, row));
			BitSet rows = new BitSet(holds.length);
			for (int row = 0; row < holds.length; row++) {
				rows.set(row, holds[row]);
			}
			return rows;
		}

	}

}
