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
 * How well fill methods restore values of a column that were hidden from them, best
 * first.
 *
 * @param rule the position of the rule in the definition, starting from 1
 * @param column the column
 * @param rows the number of rows in the sample
 * @param methods the methods
 */
record FillReport(int rule, String column, int rows, List<MethodError> methods) {

	/**
	 * Evaluates the common methods and the chosen one.
	 * @param number the position of the rule in the definition, starting from 1
	 * @param rule the rule
	 * @param sample a sample of rows with all columns
	 * @param seed the seed for the choice of hidden values
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
	 * The evaluation of a method.
	 *
	 * @param method the name of the method
	 * @param chosen whether the rule uses it
	 * @param hidden the number of hidden values
	 * @param restored the number of hidden values for which it found one
	 * @param rootMeanSquare the root mean square of the differences between numbers
	 * @param meanAbsolute the mean of the absolute differences between numbers
	 * @param wrong the fraction of those that differ from the hidden ones
	 * @param refusal the reason why it does not suit the column
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MethodError(String method, boolean chosen, int hidden, int restored, @Nullable Double rootMeanSquare,
			@Nullable Double meanAbsolute, @Nullable Double wrong, @Nullable String refusal) {

		static MethodError of(FillError error, boolean chosen) {
			return new MethodError(error.name(), chosen, error.hidden(), error.filled(), error.rootMeanSquare(),
					error.meanAbsolute(), error.wrong(), error.refusal());
		}

	}

}
