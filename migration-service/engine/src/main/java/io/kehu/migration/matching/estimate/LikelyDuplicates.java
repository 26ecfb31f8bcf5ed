package io.kehu.migration.matching.estimate;

import java.util.List;

/**
 * An estimate of records that mean the same thing in other words, from a sample.
 *
 * @param pairs pairs of records that agree far more than by chance, scaled to all rows
 * @param records records in such pairs in the sample
 * @param compared the columns in which records were compared
 * @param examples the lines of a few pairs in the sample, value by value
 */
public record LikelyDuplicates(long pairs, long records, List<String> compared, List<ExamplePair> examples) {

	public LikelyDuplicates {
		compared = List.copyOf(compared);
		examples = List.copyOf(examples);
	}

	/**
	 * Two records that look like one.
	 *
	 * @param first the values of one, an empty text where there is none
	 * @param second the values of the other
	 */
	public record ExamplePair(List<String> first, List<String> second) {

		public ExamplePair {
			first = List.copyOf(first);
			second = List.copyOf(second);
		}

	}

}
