package io.kehu.auth;

import io.kehu.platform.test.contract.OpenApiContract;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class DescriptionTests {

	@Autowired
	HttpProbe anyone;

	@Test
	void doesWhatItsDescriptionSays() {
		OpenApiContract.check("auth-service", this.anyone);
	}

}
