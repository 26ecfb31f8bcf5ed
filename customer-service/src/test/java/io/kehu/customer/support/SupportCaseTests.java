package io.kehu.customer.support;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.support.sla.BusinessCalendar;
import io.kehu.customer.support.sla.OpeningHours;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SupportCaseTests {

	/** Open at all hours; normal cases have 60 and 600 minutes, urgent ones 5 and 10. */
	static final ServiceLevel LEVEL = new ServiceLevel(UUID.randomUUID(),
			new BusinessCalendar(ZoneOffset.UTC,
					Arrays.stream(DayOfWeek.values()).map((day) -> new OpeningHours(day, 0, OpeningHours.DAY)).toList(),
					Set.of()),
			50, new Targets(null, new Target(60, 600), null, new Target(5, 10)));

	private static final Instant OPENED = Instant.parse("2026-01-05T08:00:00Z");

	private final SupportCase record = bare(OPENED);

	static SupportCase bare(Instant now) {
		return new SupportCase(8, details(Priority.NORMAL), now);
	}

	private static CaseDetails details(Priority priority) {
		return new CaseDetails(UUID.fromString("0199b8a4-1111-7d3a-9f52-3b6c1a2d4e5f"), null, "Fire", null, priority,
				CaseOrigin.OTHER, null, List.of());
	}

	private static Instant after(int minutes) {
		return OPENED.plusSeconds(minutes * 60L);
	}

	@ParameterizedTest
	@EnumSource(CaseStatus.class)
	void takesExactlyTheStepsOfItsStatus(CaseStatus status) {
		List<CaseStep> taken = new ArrayList<>();
		for (CaseStep step : CaseStep.values()) {
			try {
				step.from(status);
				taken.add(step);
			}
			catch (ProblemException ex) {
				assertThat(ex.errors().get(0).code()).isEqualTo("invalid_transition");
				assertThat(ex.detail()).contains(CaseStep.possible(status).toString());
			}
		}
		assertThat(taken).isEqualTo(CaseStep.possible(status));
		assertThat(taken).isEqualTo(switch (status) {
			case NEW, OPEN -> List.of(CaseStep.RESPOND, CaseStep.WAIT, CaseStep.RESOLVE, CaseStep.ASSIGN);
			case WAITING -> List.of(CaseStep.RESUME, CaseStep.RESOLVE, CaseStep.ASSIGN);
			case RESOLVED -> List.of(CaseStep.CLOSE, CaseStep.REOPEN, CaseStep.ASSIGN);
			case CLOSED -> List.of(CaseStep.REOPEN);
		});
	}

	@Test
	void reportsEachMomentOnceInItsTime() {
		assertThat(reports(after(29))).isEmpty();
		assertThat(this.record.nextCheckAt()).isEqualTo(after(30));
		assertThat(reports(after(30))).containsExactly(CaseEvent.RESPONSE_AT_RISK);
		assertThat(reports(after(31))).isEmpty();
		assertThat(reports(after(61))).containsExactly(CaseEvent.RESPONSE_BREACHED);
		this.record.respond(after(62));
		assertThat(reports(after(900))).containsExactly(CaseEvent.RESOLUTION_AT_RISK, CaseEvent.RESOLUTION_BREACHED);
		assertThat(reports(after(901))).isEmpty();
		assertThat(this.record.nextCheckAt()).isNull();
	}

	@Test
	void reportsABreachThatWasNotSeenBeforeTheResolution() {
		this.record.resolve(after(601));
		assertThat(reports(after(700))).containsExactly(CaseEvent.RESPONSE_BREACHED, CaseEvent.RESOLUTION_BREACHED);
	}

	@Test
	void pausesBothClocksWhileItWaits() {
		this.record.await(after(10));
		assertThat(reports(after(5000))).isEmpty();
		this.record.resume(after(5000));
		assertThat(reports(after(5019))).isEmpty();
		assertThat(reports(after(5020))).containsExactly(CaseEvent.RESPONSE_AT_RISK);
	}

	@Test
	void continuesToCountWhenItIsReopened() {
		this.record.resolve(after(299));
		this.record.close(after(300));
		this.record.reopen(after(9000));
		assertThat(reports(after(9000))).containsExactly(CaseEvent.RESPONSE_BREACHED);
		assertThat(reports(after(9001))).containsExactly(CaseEvent.RESOLUTION_AT_RISK);
		assertThat(this.record.view().resolvedAt()).isNull();
	}

	@Test
	void reportsAgainIfItHasMoreTimeAfterAll() {
		this.record.change(details(Priority.URGENT), after(1));
		assertThat(reports(after(20))).hasSize(4);
		this.record.change(details(Priority.NORMAL), after(20));
		assertThat(reports(after(21))).isEmpty();
		assertThat(reports(after(31))).containsExactly(CaseEvent.RESPONSE_AT_RISK);
	}

	@Test
	void respondsOnce() {
		assertThat(this.record.respond(after(1))).isEqualTo(CaseEvent.RESPONDED);
		assertThat(this.record.respond(after(2))).isNull();
		assertThat(this.record.view().respondedAt()).isEqualTo(after(1));
	}

	@Test
	void keepsTheOrderOfItsStatusesIfClocksDiffer() {
		this.record.await(after(10));
		this.record.resume(after(9));
		this.record.resolve(after(8));
		this.record.calculate(LEVEL, after(11));
		assertThat(this.record.view().resolvedAt()).isEqualTo(after(10));
	}

	@Test
	void cannotBeAssignedOnceItIsClosed() {
		UUID user = UUID.randomUUID();
		assertThat(this.record.assign(user, null, after(1))).isEqualTo(CaseEvent.ASSIGNED);
		assertThat(this.record.assign(user, null, after(2))).isNull();
		this.record.resolve(after(3));
		this.record.close(after(4));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.record.assign(null, null, after(5)));
	}

	private List<RecordEvent> reports(Instant now) {
		List<RecordEvent> reports = new ArrayList<>();
		@Nullable CaseEvent event = this.record.escalate(LEVEL, now);
		while (event != null) {
			reports.add(event);
			event = this.record.escalate(LEVEL, now);
		}
		return reports;
	}

}
