export async function press(page, name) {
  await page.getByRole("button", { name }).first().click();
  await page.waitForTimeout(400);
}
