package io.kehu.platform.json;

import java.lang.annotation.ElementType;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets the validator look at every property: what is checked are requests, of which
 * nothing is loaded later.
 */
final class EveryPropertyReachable implements TraversableResolver {

	@Override
	public boolean isReachable(@Nullable Object checked, Path.Node property, Class<?> root, Path path,
			ElementType type) {
		return true;
	}

	@Override
	public boolean isCascadable(@Nullable Object checked, Path.Node property, Class<?> root, Path path,
			ElementType type) {
		return true;
	}

}
