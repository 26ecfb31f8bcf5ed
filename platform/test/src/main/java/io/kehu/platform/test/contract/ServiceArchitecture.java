package io.kehu.platform.test.contract;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/**
 * The rules that every service keeps.
 */
public final class ServiceArchitecture {

	private static final String ENTITY = "jakarta.persistence.Entity";

	private static final String CONTROLLER = "org.springframework.web.bind.annotation.RestController";

	private static final String REPOSITORY = "org.springframework.data.repository.Repository";

	/** Entities stay inside their feature. */
	public static final ArchRule ENTITIES_ARE_NOT_PUBLIC = classes().that()
		.areAnnotatedWith(ENTITY)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	/** Repositories stay inside their feature. */
	public static final ArchRule REPOSITORIES_ARE_NOT_PUBLIC = classes().that()
		.areAssignableTo(REPOSITORY)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	/** Controllers are called by HTTP alone. */
	public static final ArchRule CONTROLLERS_ARE_NOT_PUBLIC = classes().that()
		.areAnnotatedWith(CONTROLLER)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	/** Entities never cross HTTP. */
	public static final ArchRule CONTROLLERS_KNOW_NO_ENTITIES = noClasses().that()
		.areAnnotatedWith(CONTROLLER)
		.should()
		.dependOnClassesThat()
		.areAnnotatedWith(ENTITY)
		.allowEmptyShould(true);

	/** Dependencies come through constructors. */
	public static final ArchRule NO_FIELD_INJECTION = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
		.orShould()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
		.allowEmptyShould(true);

	/** Names say what a thing is for. */
	public static final ArchRule NO_EMPTY_NAMES = noClasses().should()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveNameMatching(".*(Dto|DTO|Util|Utils|Helper|Manager)");

	/** Setters would let everyone change a record in any way. */
	public static final ArchRule ENTITIES_HAVE_NO_SETTERS = classes().that()
		.areAnnotatedWith(ENTITY)
		.should(new NoSetters())
		.allowEmptyShould(true);

	private ServiceArchitecture() {
	}

	/**
	 * Checks all rules on a service.
	 * @param rootPackage the service's package, for example {@code io.kehu.customer}
	 * @throws AssertionError when one is broken
	 */
	public static void check(String rootPackage) {
		check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(rootPackage), rootPackage);
	}

	static void check(JavaClasses imported, String rootPackage) {
		ENTITIES_ARE_NOT_PUBLIC.check(imported);
		REPOSITORIES_ARE_NOT_PUBLIC.check(imported);
		CONTROLLERS_ARE_NOT_PUBLIC.check(imported);
		CONTROLLERS_KNOW_NO_ENTITIES.check(imported);
		NO_FIELD_INJECTION.check(imported);
		NO_EMPTY_NAMES.check(imported);
		ENTITIES_HAVE_NO_SETTERS.check(imported);
		dependsOnNoOtherService(rootPackage).check(imported);
		SlicesRuleDefinition.slices()
			.matching(rootPackage + ".(*)..")
			.should()
			.beFreeOfCycles()
			.allowEmptyShould(true)
			.check(imported);
	}

	static ArchRule dependsOnNoOtherService(String rootPackage) {
		return noClasses().should()
			.dependOnClassesThat(DescribedPredicate.describe("belong to another service",
					(JavaClass other) -> other.getPackageName().startsWith("io.kehu.")
							&& !other.getPackageName().startsWith("io.kehu.platform")
							&& !other.getPackageName().startsWith(rootPackage)));
	}

}
