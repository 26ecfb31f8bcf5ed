/**
 * Expressions of stewards in the Common Expression Language, bounded and without effects.
 */
@NullMarked
package io.kehu.migration.clean.expression;

import org.jspecify.annotations.NullMarked;
