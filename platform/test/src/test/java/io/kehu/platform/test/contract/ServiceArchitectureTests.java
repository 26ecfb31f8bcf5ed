package io.kehu.platform.test.contract;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceArchitectureTests {

	private final JavaClasses planted = new ClassFileImporter()
		.importPackages("io.kehu.platform.test.contract.planted");

	@Test
	void everyRuleFiresOnAPlantedViolation() {
		for (ArchRule rule : List.of(ServiceArchitecture.ENTITIES_ARE_NOT_PUBLIC,
				ServiceArchitecture.REPOSITORIES_ARE_NOT_PUBLIC, ServiceArchitecture.CONTROLLERS_ARE_NOT_PUBLIC,
				ServiceArchitecture.CONTROLLERS_KNOW_NO_ENTITIES, ServiceArchitecture.NO_FIELD_INJECTION,
				ServiceArchitecture.NO_EMPTY_NAMES, ServiceArchitecture.ENTITIES_HAVE_NO_SETTERS)) {
			assertThatThrownBy(() -> rule.check(this.planted)).as(rule.getDescription())
				.isInstanceOf(AssertionError.class);
		}
	}

	@Test
	void tellsServicesApart() {
		JavaClasses infrastructure = new ClassFileImporter().importPackages("io.kehu.platform.test.contract");
		assertThatCode(() -> ServiceArchitecture.dependsOnNoOtherService("io.kehu.customer").check(infrastructure))
			.doesNotThrowAnyException();
	}

}
