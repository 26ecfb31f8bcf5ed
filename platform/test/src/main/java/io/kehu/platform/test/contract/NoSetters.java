package io.kehu.platform.test.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Holds for classes without methods named {@code set…}.
 */
final class NoSetters extends ArchCondition<JavaClass> {

	NoSetters() {
		super("have no setters");
	}

	@Override
	public void check(JavaClass item, ConditionEvents events) {
		item.getMethods()
			.stream()
			.filter((method) -> method.getName().matches("set[A-Z].*"))
			.forEach((method) -> events.add(SimpleConditionEvent.violated(item, method.getFullName())));
	}

}
