package io.kehu.customer.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Candidate;
import io.kehu.platform.record.RecordCheck;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an activity has the fields of its kind, and only these.
 */
final class ActivityRules implements RecordCheck<ActivityDetails> {

	@Override
	public void check(Candidate<ActivityDetails> candidate) {
		ActivityDetails before = candidate.before();
		ActivityDetails details = candidate.details();
		if (before != null && before.kind() != details.kind()) {
			throw ProblemException.invalid("/kind", "immutable", "cannot be changed");
		}
		Errors errors = new Errors(details.kind());
		checkTimes(details, errors);
		checkTask(details, errors);
		errors.only(details.direction(), "direction", ActivityKind.CALL, ActivityKind.EMAIL);
		errors.only(details.email(), "email", ActivityKind.EMAIL);
		errors.unless(details.kind() != ActivityKind.EMAIL || details.email() != null, "/email", "required",
				"is required for an e-mail");
		checkVisibility(details, errors);
		errors.refuse();
	}

	private static void checkTimes(ActivityDetails details, Errors errors) {
		errors.only(details.occursAt(), "occursAt", ActivityKind.NOTE, ActivityKind.CALL, ActivityKind.MEETING,
				ActivityKind.EMAIL);
		errors.only(details.endsAt(), "endsAt", ActivityKind.CALL, ActivityKind.MEETING);
		errors.only(details.location(), "location", ActivityKind.MEETING);
		if (details.endsAt() != null && details.occursAt() == null) {
			errors.add("/occursAt", "required", "is required if endsAt is given");
		}
		else if (details.endsAt() != null && details.endsAt().isBefore(details.occursAt())) {
			errors.add("/endsAt", "out_of_range", "must not be before occursAt");
		}
	}

	private static void checkTask(ActivityDetails details, Errors errors) {
		Repetition repeat = details.repeat();
		errors.only(details.dueAt(), "dueAt", ActivityKind.TASK);
		errors.only(details.assigneeId(), "assigneeId", ActivityKind.TASK);
		errors.only(details.reminder(), "reminder", ActivityKind.TASK);
		errors.only(repeat, "repeat", ActivityKind.TASK);
		errors.unless(details.dueAt() != null || (details.reminder() == null && repeat == null), "/dueAt", "required",
				"is required if there is a reminder or the task repeats");
		if (repeat != null && !repeat.hasKnownZone()) {
			errors.add("/repeat/timeZone", "unknown_time_zone",
					"must be the name of a time zone, such as Europe/Berlin");
		}
		else if (repeat != null && details.dueAt() != null && repeat.endsBefore(details.dueAt())) {
			errors.add("/repeat/until", "out_of_range", "must not be before dueAt");
		}
	}

	private static void checkVisibility(ActivityDetails details, Errors errors) {
		errors.unless(details.visibility() != Visibility.PRIVATE || details.ownership().ownerId() != null, "/ownerId",
				"required", "is required for a private activity");
		errors.unless(details.visibility() != Visibility.TEAM || details.ownership().teamId() != null, "/teamId",
				"required", "is required for an activity of a team");
	}

	/**
	 * Collects what is wrong with the fields of one activity.
	 */
	private static final class Errors {

		private final ActivityKind kind;

		private final List<FieldError> all = new ArrayList<>();

		Errors(ActivityKind kind) {
			this.kind = kind;
		}

		void add(String pointer, String code, String message) {
			this.all.add(FieldError.at(pointer, code, message));
		}

		void unless(boolean valid, String pointer, String code, String message) {
			if (!valid) {
				add(pointer, code, message);
			}
		}

		/** Refuses a field that is present although only other kinds have it. */
		void only(@Nullable Object value, String field, ActivityKind... kinds) {
			unless(value == null || Arrays.asList(kinds).contains(this.kind), "/" + field, "not_applicable",
					"only exists for the kinds "
							+ Arrays.stream(kinds).map(ActivityKind::toString).collect(Collectors.joining(", ")));
		}

		void refuse() {
			if (!this.all.isEmpty()) {
				throw ProblemException.invalid(this.all);
			}
		}

	}

}
