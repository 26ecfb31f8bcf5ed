/**
 * Real servers for tests, in containers where Docker answers and embedded where it does
 * not.
 */
@NullMarked
package io.kehu.platform.test.infrastructure;

import org.jspecify.annotations.NullMarked;
