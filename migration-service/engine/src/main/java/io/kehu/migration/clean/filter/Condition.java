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
import io.kehu.migration.table.MissingWords;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a row must be like; a missing value meets nothing but {@link Missing}. Of some
 * rows that cannot be told, such as of a text that is compared with a number.
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
	 * Asks it of each row.
	 * @param table all rows
	 * @param references sets of known keys by name
	 */
	Answer ask(Table table, Map<String, Set<String>> references);

	/** Returns the rows that certainly meet it. */
	default BitSet rows(Table table, Map<String, Set<String>> references) {
		return ask(table, references).met();
	}

	/**
	 * The answer of all rows.
	 *
	 * @param met the rows that meet the condition
	 * @param untold the rows of which that cannot be told
	 */
	record Answer(BitSet met, BitSet untold) {

		private static Answer certain(BitSet met) {
			return new Answer(met, new BitSet());
		}

		private static Answer where(Column column, Predicate<String> test) {
			return certain(rows(column, test));
		}

		private static BitSet rows(Column column, Predicate<String> test) {
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

		/** Returns the rows that meet the condition or may meet it. */
		private BitSet possible() {
			BitSet possible = (BitSet) this.met.clone();
			possible.or(this.untold);
			return possible;
		}

		private static Answer of(BitSet met, BitSet possible) {
			BitSet untold = (BitSet) possible.clone();
			untold.andNot(met);
			return new Answer(met, untold);
		}

	}

	/**
	 * A value compared with another: as numbers when the other is one, else as texts. Of
	 * a text that is no number, it cannot be told whether it is larger than a number; a
	 * word for nothing is not.
	 *
	 * @param column the column
	 * @param operator how
	 * @param value the other value
	 */
	record Compared(String column, Comparison operator, String value) implements Condition {

		@Override
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Column tested = table.column(this.column);
			double number = Numbers.parse(this.value);
			boolean ordered = !Double.isNaN(number) && this.operator.orders();
			BitSet met = Answer.rows(tested, (text) -> {
				double own = Numbers.parse(text);
				boolean numbers = !Double.isNaN(number) && !Double.isNaN(own);
				return numbers ? this.operator.holds(Double.compare(own, number))
						: !ordered && this.operator.holds(text.compareTo(this.value));
			});
			return new Answer(met, Answer.rows(tested,
					(text) -> ordered && Double.isNaN(Numbers.parse(text)) && !MissingWords.contains(text)));
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
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Pattern compiled = Pattern.compile(this.pattern);
			return Answer.where(table.column(this.column), (text) -> compiled.matcher(text).find());
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
		public Answer ask(Table table, Map<String, Set<String>> references) {
			return Answer.where(table.column(this.column), Set.copyOf(this.values)::contains);
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
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Set<String> known = references.get(this.reference);
			if (known == null) {
				throw new IllegalArgumentException("No reference %s".formatted(this.reference));
			}
			return Answer.where(table.column(this.column), known::contains);
		}

	}

	/**
	 * No value.
	 *
	 * @param column the column
	 */
	record Missing(String column) implements Condition {

		@Override
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Column tested = table.column(this.column);
			return Answer.certain(IntStream.range(0, table.rows())
				.filter((row) -> tested.code(row) == Column.MISSING)
				.collect(BitSet::new, BitSet::set, BitSet::or));
		}

	}

	/**
	 * The contrary of another.
	 *
	 * @param condition the other
	 */
	record Not(Condition condition) implements Condition {

		@Override
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Answer answer = this.condition.ask(table, references);
			BitSet met = answer.possible();
			met.flip(0, table.rows());
			return new Answer(met, answer.untold());
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
		public Answer ask(Table table, Map<String, Set<String>> references) {
			BitSet met = new BitSet();
			met.set(0, table.rows());
			BitSet possible = (BitSet) met.clone();
			for (Condition condition : this.conditions) {
				Answer answer = condition.ask(table, references);
				met.and(answer.met());
				possible.and(answer.possible());
			}
			return Answer.of(met, possible);
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
		public Answer ask(Table table, Map<String, Set<String>> references) {
			BitSet met = new BitSet();
			BitSet possible = new BitSet();
			for (Condition condition : this.conditions) {
				Answer answer = condition.ask(table, references);
				met.or(answer.met());
				possible.or(answer.possible());
			}
			return Answer.of(met, possible);
		}

	}

	private static List<Condition> someOf(@Nullable List<Condition> conditions) {
		if (conditions == null || conditions.isEmpty() || conditions.stream().anyMatch(Objects::isNull)) {
			throw new IllegalArgumentException("conditions: at least one is needed, and none may be null");
		}
		return List.copyOf(conditions);
	}

	/**
	 * An expression over the row; where it fails, as on a text that is no number, it
	 * cannot be told, unless all that it names is missing.
	 *
	 * @param expression in the Common Expression Language
	 */
	record Stated(String expression) implements Condition {

		@Override
		public Answer ask(Table table, Map<String, Set<String>> references) {
			Expression compiled = Expression.condition(this.expression);
			compiled.check(table);
			@Nullable Boolean[] holds = new Boolean[table.rows()];
			IntStream.range(0, holds.length).parallel().forEach((row) -> holds[row] = compiled.holds(table, row));
			BitSet met = new BitSet(holds.length);
			BitSet untold = new BitSet();
			for (int row = 0; row < holds.length; row++) {
				met.set(row, Boolean.TRUE.equals(holds[row]));
				untold.set(row, holds[row] == null && compiled.hasInput(table, row));
			}
			return new Answer(met, untold);
		}

	}

}
