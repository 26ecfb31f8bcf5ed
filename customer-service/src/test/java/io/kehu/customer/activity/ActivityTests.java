package io.kehu.customer.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final Instant DUE = NOW.plus(Duration.ofHours(1));

	private static final Repetition WEEKLY = new Repetition(1, RepeatUnit.WEEK, null, LocalDate.of(2026, 1, 20));

	private static Instant days(int number) {
		return DUE.plus(Duration.ofDays(number));
	}

	@Test
	void movesToItsNextDateUntilTheLast() {
		Activity task = new Activity(ActivityContractTests.task(DUE, WEEKLY), NOW);
		assertThat(task.complete(NOW)).isEqualTo(ActivityEvent.COMPLETED);
		assertThat(task.view().completedAt()).isNull();
		assertThat(task.view().details().dueAt()).isEqualTo(days(7));
		assertThat(task.view().remindAt()).isEqualTo(days(7).minus(Duration.ofMinutes(30)));
		task.complete(NOW);
		assertThat(task.complete(days(14))).isEqualTo(ActivityEvent.COMPLETED);
		assertThat(task.view().completedAt()).isEqualTo(days(14));
		assertThat(task.view().details().dueAt()).isEqualTo(days(14));
		assertThat(task.view().remindAt()).isNull();
		assertThat(task.complete(NOW)).isNull();
	}

	@Test
	void skipsDatesThatArePast() {
		Activity task = new Activity(ActivityContractTests.task(DUE, WEEKLY), NOW);
		task.complete(days(8));
		assertThat(task.view().details().dueAt()).isEqualTo(days(14));
	}

	@Test
	void remindsOnceOfEachDate() {
		Activity task = new Activity(ActivityContractTests.task(DUE, WEEKLY), NOW);
		assertThat(task.view().remindAt()).isEqualTo(DUE.minus(Duration.ofMinutes(30)));
		task.remind(NOW);
		assertThat(task.view().remindAt()).isNull();
		task.change(task.details().with(List.of()), NOW);
		assertThat(task.view().remindAt()).as("another field").isNull();
		task.complete(NOW);
		assertThat(task.view().remindAt()).isNotNull();
	}

	@Test
	void reopensWithoutAReminderThatIsPast() {
		Activity task = new Activity(ActivityContractTests.task(DUE, null), NOW);
		task.complete(NOW);
		assertThat(task.reopen(DUE)).isEqualTo(ActivityEvent.REOPENED);
		assertThat(task.view().completedAt()).isNull();
		assertThat(task.view().remindAt()).isNull();
		assertThat(task.reopen(DUE)).isNull();
	}

}
