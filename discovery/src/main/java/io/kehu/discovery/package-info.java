/**
 * The registry: which instance of which service lives where.
 */
@NullMarked
package io.kehu.discovery;

import org.jspecify.annotations.NullMarked;
