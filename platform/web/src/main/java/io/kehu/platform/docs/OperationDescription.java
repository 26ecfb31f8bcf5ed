package io.kehu.platform.docs;

import io.swagger.v3.oas.models.Operation;

import org.springframework.web.method.HandlerMethod;

/**
 * Completes the description of an operation before the conventions of all operations are
 * added.
 */
@FunctionalInterface
public interface OperationDescription {

	/**
	 * Completes the description.
	 */
	void complete(Operation operation, HandlerMethod handler);

}
