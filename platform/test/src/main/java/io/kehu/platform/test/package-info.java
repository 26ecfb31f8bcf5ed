/**
 * The annotations that a test of a service begins with.
 */
@NullMarked
package io.kehu.platform.test;

import org.jspecify.annotations.NullMarked;
