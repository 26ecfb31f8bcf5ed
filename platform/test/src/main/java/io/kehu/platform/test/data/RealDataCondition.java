package io.kehu.platform.test.data;

import java.nio.file.Files;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips a test whose real data is not there, and says so.
 */
final class RealDataCondition implements ExecutionCondition {

	private static final Log logger = LogFactory.getLog(RealDataCondition.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), RealData.class)
			.map((annotation) -> evaluate(context.getDisplayName(), annotation))
			.orElseGet(() -> ConditionEvaluationResult.enabled("needs no real data"));
	}

	private static ConditionEvaluationResult evaluate(String test, RealData annotation) {
		if (RealDataFolder.find().isEmpty()) {
			return skip(test, "there is no folder at the property " + RealDataFolder.PROPERTY);
		}
		return Stream.of(annotation.value())
			.filter((file) -> Files.notExists(RealDataFolder.resolve(file)))
			.findFirst()
			.map((file) -> skip(test, RealDataFolder.resolve(file) + " is missing"))
			.orElseGet(() -> ConditionEvaluationResult.enabled("the real data is there"));
	}

	private static ConditionEvaluationResult skip(String test, String reason) {
		logger.info("Skipping " + test + ": " + reason);
		return ConditionEvaluationResult.disabled(reason);
	}

}
