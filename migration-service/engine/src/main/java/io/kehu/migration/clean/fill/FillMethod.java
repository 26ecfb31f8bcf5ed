package io.kehu.migration.clean.fill;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A way to fill the holes of a column; reads and writes as JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({ @JsonSubTypes.Type(value = LeaveEmpty.class, name = "leaveEmpty"),
		@JsonSubTypes.Type(value = ConstantFill.class, name = "constant"),
		@JsonSubTypes.Type(value = AverageFill.class, name = "average"),
		@JsonSubTypes.Type(value = ForwardFill.class, name = "forward"),
		@JsonSubTypes.Type(value = NearestFill.class, name = "nearest"),
		@JsonSubTypes.Type(value = RegressionFill.class, name = "regression") })
public sealed interface FillMethod
		permits LeaveEmpty, ConstantFill, AverageFill, ForwardFill, NearestFill, RegressionFill {

	/**
	 * Find values for the holes.
	 * @param gap a column with holes, and the columns beside it
	 * @return a text a hole, in their order, null where it stays empty
	 * @throws IllegalArgumentException when the method does not suit the column
	 */
	Filling fill(Gap gap);

	/**
	 * The gap as the method reads it.
	 * @param gap the gap
	 * @return the same gap, or the gap of a column of numbers whose others are left aside
	 * @throws IllegalArgumentException when the method does not suit the column
	 */
	default Gap suited(Gap gap) {
		return gap.read();
	}

	/**
	 * The columns beside the column with holes that the method looks at.
	 * @param columns the names of all columns
	 */
	default List<String> beside(List<String> columns) {
		return List.of();
	}

	/** What marks the cells that this method fills. */
	String source();

}
