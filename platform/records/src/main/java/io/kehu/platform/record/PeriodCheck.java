package io.kehu.platform.record;

import java.time.LocalDate;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the last day of a period is not before the first.
 *
 * @param from the name of the field with the first day in JSON
 * @param to the name of the field with the last day
 */
record PeriodCheck<D>(String from, Function<D, @Nullable LocalDate> first, String to,
		Function<D, @Nullable LocalDate> last) implements RecordCheck<D> {

	@Override
	public void check(Candidate<D> candidate) {
		LocalDate begin = this.first.apply(candidate.details());
		LocalDate end = this.last.apply(candidate.details());
		if (begin != null && end != null && end.isBefore(begin)) {
			throw ProblemException.invalid("/" + this.to, "out_of_range", "must not be before " + this.from);
		}
	}

}
