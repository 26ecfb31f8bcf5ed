package io.kehu.migration.live;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkageScopeTests {

	@ParameterizedTest
	@CsvSource({ "500, 0, 0, 1000, 0", "500, 0, 500, 1000, 500", "500, 0, 900, 1000, 500", "500, 20, 100, 1000, 120",
			"500, 20, 900, 100, 100", "0, 20, 900, 1000, 20" })
	void includesCustomersThatMayHaveTheKeysOfRows(long created, long changed, long holders, long live, long bound) {
		LinkageScope scope = new LinkageScope(created, changed, 7).withHolders(holders, live);

		assertThat(scope).isEqualTo(new LinkageScope(created, bound, 7));
	}

}
