package io.kehu.migration.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.match.NewLinkage.SurvivorChoice;
import io.kehu.migration.survivorship.SurvivorshipRule.Kind;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SurvivorshipCheckTests {

	private static void check(Map<String, SurvivorChoice> rules, @Nullable SurvivorChoice otherwise,
			@Nullable String changed) {
		NewLinkage wanted = new NewLinkage(List.of(new MatchSource(new UUID(1, 1), "shop", null, null)), null, null,
				null, null, null, rules, otherwise, changed, null);
		SurvivorshipCheck.check(wanted, Set.of("phone", "a/b", "changed"));
	}

	private static void assertRefused(Map<String, SurvivorChoice> rules, @Nullable SurvivorChoice otherwise,
			String pointer) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> check(rules, otherwise, null))
			.satisfies((ex) -> assertThat(ex.errors().get(0).pointer()).isEqualTo(pointer));
	}

	@Test
	void refusesRulesWithoutEffect() {
		SurvivorChoice longest = new SurvivorChoice(Kind.LONGEST, null);
		SurvivorChoice recent = new SurvivorChoice(Kind.MOST_RECENT, null);
		SurvivorChoice unknown = new SurvivorChoice(Kind.SOURCE_PRIORITY, List.of("shop", "shpo"));
		assertRefused(Map.of("phnoe", longest), null, "/survivorship/phnoe");
		assertRefused(Map.of("phone", recent), null, "/changedColumn");
		assertRefused(Map.of(), recent, "/changedColumn");
		assertRefused(Map.of("a/b", unknown), null, "/survivorship/a~1b/order/1");
		assertRefused(Map.of(), new SurvivorChoice(Kind.SOURCE_PRIORITY, null), "/otherwise");
		assertThatNoException().isThrownBy(() -> check(Map.of("phone", longest), recent, "changed"));
	}

}
