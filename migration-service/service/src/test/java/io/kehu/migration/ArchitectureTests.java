package io.kehu.migration;

import io.kehu.platform.test.contract.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	@Test
	void keepsTheRulesOfAllServices() {
		ServiceArchitecture.check("io.kehu.migration");
	}

}
