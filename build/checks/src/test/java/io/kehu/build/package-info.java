/**
 * Tests of the build's own rules and of the documentation.
 */
package io.kehu.build;
