package io.kehu.platform.docs;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

class OperationNamesTests {

	private static HandlerMethod method(Object controller, String name) {
		return new HandlerMethod(controller,
				Arrays.stream(controller.getClass().getDeclaredMethods())
					.filter((method) -> method.getName().equals(name))
					.findFirst()
					.orElseThrow());
	}

	private static String named(String method) {
		return OperationNames.of(method(new PriceEntryController(), method));
	}

	@Test
	void nameTheVerbAndTheNoun() {
		assertThat(named("list")).isEqualTo("listPriceEntries");
		assertThat(named("batchGet")).isEqualTo("batchGetPriceEntries");
		assertThat(named("restore")).isEqualTo("restorePriceEntry");
		assertThat(named("history")).isEqualTo("getPriceEntryHistory");
		assertThat(named("getByExternalId")).isEqualTo("getPriceEntryByExternalId");
	}

	@Test
	void leaveNamesThatSpeakForThemselves() {
		assertThat(named("addDiscount")).isEqualTo("addDiscount");
	}

	@Test
	void groupOperationsByTheNoun() {
		assertThat(OperationNames.tag(method(new PriceEntryController(), "list"))).isEqualTo("Price entries");
	}

	@Test
	void completeSharedSummaries() {
		HandlerMethod handler = method(new PriceEntryController(), "list");
		assertThat(OperationNames.summary("Add {one} to {many}", handler))
			.isEqualTo("Add a price entry to price entries");
	}

	static final class PriceEntryController {

		void list() {
		}

		void batchGet() {
		}

		void restore() {
		}

		void history() {
		}

		void getByExternalId() {
		}

		void addDiscount() {
		}

	}

}
