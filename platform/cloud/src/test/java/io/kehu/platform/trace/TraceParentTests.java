package io.kehu.platform.trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN = "00f067aa0ba902b7";

	@Test
	void readsWhatItWrites() {
		TraceParent begun = TraceParent.begin();
		assertThat(TraceParent.parse(begun.header())).isEqualTo(begun);
		assertThat(new TraceParent(TRACE, SPAN, true).header()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
	}

	@Test
	void readsALaterVersionAsFarAsItKnowsIt() {
		assertThat(TraceParent.parse("cc-" + TRACE + "-" + SPAN + "-03-more"))
			.isEqualTo(new TraceParent(TRACE, SPAN, true));
		assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-02"))
			.isEqualTo(new TraceParent(TRACE, SPAN, false));
	}

	@Test
	void aStepStaysInTheTrace() {
		TraceParent next = new TraceParent(TRACE, SPAN, true).next();
		assertThat(next.traceId()).isEqualTo(TRACE);
		assertThat(next.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
		assertThat(TraceParent.begin()).isNotEqualTo(TraceParent.begin());
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "nonsense", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e473 -00f067aa0ba902b7-01",
			"00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" })
	void refusesWhatIsNotValid(String header) {
		assertThat(TraceParent.parse(header)).isNull();
	}

}
