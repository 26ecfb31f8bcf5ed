package io.kehu.platform.json;

import java.lang.annotation.ElementType;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import org.jspecify.annotations.Nullable;

/**
 * Makes every property reachable and cascadable for the validator. Only request objects
 * are validated, and these have no lazily loaded properties.
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
