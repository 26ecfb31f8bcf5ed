package io.kehu.platform.cache.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

import io.kehu.platform.cache.model.Protocol.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Explores every order in which two instances can read, write, lose and regain Redis.
 */
class ProtocolModelTests {

	@ParameterizedTest
	@EnumSource
	void noReadShowsAVersionOlderThanTheLastAnsweredWrite(Faults faults) {
		assertThat(firstStaleRead(Flaw.NONE, faults)).isNull();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void eachRuleIsNeeded(Flaw flaw) {
		assertThat(Stream.of(Faults.CONNECTION_LOST, Faults.REDIS_RESTARTED))
			.anyMatch((faults) -> firstStaleRead(flaw, faults) != null);
	}

	private static @Nullable Situation firstStaleRead(Flaw flaw, Faults faults) {
		Protocol protocol = new Protocol(flaw, faults);
		SeenKeys seen = new SeenKeys();
		Deque<Situation> open = new ArrayDeque<>();
		open.add(new Situation());
		while (!open.isEmpty()) {
			Situation situation = open.remove();
			if (situation.showsStaleRead(flaw)) {
				return situation;
			}
			for (Situation next : protocol.next(situation)) {
				if (seen.add(next.key())) {
					open.add(next);
				}
			}
		}
		return null;
	}

}
