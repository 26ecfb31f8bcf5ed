/**
 * A service that is built from the documentation.
 */
@NullMarked
package io.kehu.example;

import org.jspecify.annotations.NullMarked;
