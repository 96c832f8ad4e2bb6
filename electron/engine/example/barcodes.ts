/** Barcodes for invented goods: EAN-13 in the range 20–29, which is kept for use inside a shop and names no maker. */

const checkDigit = (twelve: string): number => {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return (10 - (sum % 10)) % 10
}

/** @param serial up to ten digits */
export const makeBarcode = (serial: number): string => {
  const twelve = `26${serial.toString().padStart(10, '0')}`
  return `${twelve}${checkDigit(twelve)}`
}
