package io.kehu.auth;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.kehu.platform.test.contract.ServiceArchitecture;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureTests {

	private static final ArchRule SQL_STAYS_INSIDE = classes().that()
		.areAnnotatedWith(Repository.class)
		.should()
		.notBePublic();

	@Test
	void keepsTheRulesOfAllServices() {
		ServiceArchitecture.check("io.kehu.auth");
	}

	@Test
	void repositoriesWithPlainSqlStayInsideTheirFeature() {
		SQL_STAYS_INSIDE.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.kehu.auth"));
	}

	@Test
	void aPublicRepositoryWouldBeNoticed() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> SQL_STAYS_INSIDE.check(new ClassFileImporter().importClasses(PlantedRepository.class)));
	}

	@Repository
	public static class PlantedRepository {

	}

}
