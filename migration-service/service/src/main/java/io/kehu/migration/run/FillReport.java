package io.kehu.migration.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.fill.FillError;
import io.kehu.migration.clean.fill.FillMethod;
import io.kehu.migration.clean.fill.FillTrial;
import io.kehu.migration.clean.fill.Gap;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * How well the methods of filling bring back values of a column that are known and were
 * hidden from them, the best first.
 *
 * @param rule the rule's place in the definition, from 1
 * @param column the column
 * @param rows how many rows were looked at
 * @param methods the methods
 */
record FillReport(int rule, String column, int rows, List<MethodError> methods) {

	/**
	 * Try the usual methods and the chosen one.
	 * @param number the rule's place in the definition, from 1
	 * @param rule the rule
	 * @param sample some rows with all columns
	 * @param seed which values are hidden
	 */
	static FillReport of(int number, Rule.Fill rule, Table sample, long seed) {
		BitSet all = new BitSet();
		all.set(0, sample.rows());
		List<FillMethod> methods = new ArrayList<>(FillTrial.methods());
		if (!methods.contains(rule.method())) {
			methods.add(rule.method());
		}
		List<MethodError> errors = FillTrial.run(new Gap(sample, rule.column(), all), methods, seed)
			.stream()
			.map((error) -> MethodError.of(error, error.method().equals(rule.method())))
			.toList();
		return new FillReport(number, rule.column(), sample.rows(), errors);
	}

	/**
	 * How well one method did.
	 *
	 * @param method what it is called
	 * @param chosen whether it is the rule's own
	 * @param hidden how many values were hidden from it
	 * @param filled how many of them it filled
	 * @param rootMeanSquare of the differences between numbers
	 * @param meanAbsolute likewise
	 * @param wrong the share of filled values that are not the hidden ones
	 * @param refusal why it does not suit the column
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MethodError(String method, boolean chosen, int hidden, int filled, @Nullable Double rootMeanSquare,
			@Nullable Double meanAbsolute, @Nullable Double wrong, @Nullable String refusal) {

		static MethodError of(FillError error, boolean chosen) {
			return new MethodError(error.name(), chosen, error.hidden(), error.filled(), error.rootMeanSquare(),
					error.meanAbsolute(), error.wrong(), error.refusal());
		}

	}

}
